import { describe, expect, it } from "vitest";
import { randomBelow } from "@/lib/classify/model/fit-margin";
import type { BackTestCell } from "@/lib/domain/forecast";
import { backTest } from "@/lib/forecast/back-test";
import { finished, historyOf } from "./histories";

const options = { runs: 200 };
const cellOf = (cells: BackTestCell[], weeks: number, line: string) =>
  cells.find((cell) => cell.weeks === weeks && cell.line === line);

/** Weeks of as much chance as a small team has. */
function chancyWeeks(count: number) {
  const below = randomBelow(11);
  const flow = () => ({ feature: below(4), maintenance: below(3) });
  return historyOf(
    Array.from({ length: count }, () => ({ arrivals: flow(), completions: flow() })),
    { feature: 200, maintenance: 200 },
  );
}

describe("a back-test", () => {
  it("makes a forecast at the end of each week that has enough before it and enough after it", () => {
    const even = historyOf(
      Array.from({ length: 40 }, () => ({ arrivals: { feature: 2 }, completions: { feature: 1 } })),
    );
    const { cells, forecasts, withheld } = finished(backTest(even, options));
    // Ends of weeks 26 to 36 of 40; the 25 before them have too little history.
    expect([forecasts, withheld]).toEqual([11, 25]);
    expect(cellOf(cells, 4, "feature")).toMatchObject({ cases: 11, inside: 11, claimed: 1 });
    expect(cellOf(cells, 13, "together")).toMatchObject({ cases: 2, inside: 2 });
    expect(cellOf(cells, 4, "rewrite")).toMatchObject({ cases: 0, inside: 0 });
  });

  it("judges by what came true, and knows nothing of it beforehand", () => {
    const even = Array.from({ length: 40 }, () => ({
      arrivals: { feature: 2 },
      completions: { feature: 1 },
    }));
    // A heap that came in the very last week: only forecasts of that week can miss it.
    const heap = [...even.slice(0, 39), { arrivals: { feature: 50 } }];
    const { cells } = finished(backTest(historyOf(heap), options));
    for (const [weeks, cases] of [
      [4, 11],
      [8, 7],
      [13, 2],
    ] as const) {
      expect(cellOf(cells, weeks, "feature")).toMatchObject({
        ...{ cases, inside: cases - 1, above: 1, below: 0, claimed: 1 },
      });
    }
  });

  it("of weeks that differ by chance alone finds as many inside as its bands claim", () => {
    const { cells } = finished(backTest(chancyWeeks(350), options));
    for (const weeks of [4, 8, 13]) {
      const { cases = 0, inside = 0, claimed = 0 } = cellOf(cells, weeks, "together") ?? {};
      expect(cases).toBeGreaterThan(300);
      expect(claimed).toBeGreaterThan(0.8);
      expect(claimed).toBeLessThan(0.86);
      expect(Math.abs(inside / cases - claimed)).toBeLessThan(0.06);
    }
  });
});
