import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceCategories, chartedCategories } from "@/lib/domain/category";
import { type ForecastCell, type ForecastLine, forecastLines } from "@/lib/domain/forecast";
import { complete } from "@/lib/forecast/complete";
import { flowsOf } from "@/lib/forecast/flows";
import { forecast } from "@/lib/forecast/forecast";
import type { HistoryWeek } from "@/lib/forecast/history-week";
import { simulate } from "@/lib/forecast/simulate";
import { steadyFrom } from "@/lib/forecast/steady-from";
import { tooLittle } from "@/lib/forecast/too-little";
import { anyHistory, finished, historyOf } from "./histories";

type Shares = Parameters<typeof flowsOf>[1];
const weeks = 13;
const runs = 60;

const ask = (window: HistoryWeek[], shares: Shares = null, change: object = {}) =>
  finished(forecast({ window, shares, weeks, runs, ...change }));
const lineOf = (cells: ForecastCell[], line: ForecastLine) =>
  cells.filter((cell) => cell.line === line);

const anyShares = fc
  .tuple(fc.nat(100), fc.nat(100), fc.nat(100))
  .map((cuts) => cuts.sort((a, b) => a - b))
  .map(([a = 0, b = 0, c = 0]) => ({
    ...{ feature: a, maintenance: b - a, rewrite: c - b },
    tech_debt: 100 - c,
  }));

/** The same three features come and two of them are completed, with one debt item, every week. */
const evenYear = historyOf(
  Array.from({ length: 30 }, () => ({
    arrivals: { feature: 3, tech_debt: 2 },
    completions: { feature: 2, tech_debt: 1 },
  })),
);

describe("a forecast", () => {
  it("of weeks that are all alike is what any of them adds, without doubt", () => {
    const cells = ask(evenYear);
    expect(evenYear.at(-1)?.open).toMatchObject({ feature: 30, tech_debt: 30 });
    for (const [line, each] of [
      ["feature", 1],
      ["tech_debt", 1],
      ["together", 2],
      ["rewrite", 0],
    ] as const) {
      const start = line === "rewrite" ? 0 : line === "together" ? 60 : 30;
      expect(lineOf(cells, line).map(({ p10, p50, p90 }) => [p10, p50, p90])).toEqual(
        Array.from({ length: weeks }, (_, week) => {
          const open = start + each * (week + 1);
          return [open, open, open];
        }),
      );
    }
  });

  it("divides what is completed of the four categories by the shares asked for", () => {
    const shares = { feature: 50, maintenance: 0, rewrite: 0, tech_debt: 50 };
    const at = (cells: ForecastCell[], line: ForecastLine) => lineOf(cells, line).at(3)?.p50;
    const cells = ask(evenYear, shares);
    // Three completions a week: one and a half of each.
    expect([at(cells, "feature"), at(cells, "tech_debt")]).toEqual([30 + 6, 30 + 2]);
    const upkeep = ask(evenYear, { feature: 0, upkeep: 100 });
    expect([at(upkeep, "feature"), at(upkeep, "tech_debt")]).toEqual([30 + 12, 30 - 4]);
  });

  it("divides upkeep that is agreed as one as it was divided in these weeks", () => {
    const completions = { feature: 2, maintenance: 3, tech_debt: 1 };
    const year = historyOf(
      Array.from({ length: 30 }, () => ({ completions, arrivals: { feature: 1 } })),
      { feature: 500, maintenance: 500, tech_debt: 500 },
    );
    const cells = ask(year, { feature: 0, upkeep: 100 });
    const changes = (["maintenance", "tech_debt"] as const).map(
      (category) => (lineOf(cells, category).at(3)?.p50 ?? 0) - (year.at(-1)?.open[category] ?? 0),
    );
    // Six a week for four weeks, three to one.
    expect(changes).toEqual([-18, -6]);
  });

  it("keeps the completions of the unclassified out of what is divided", () => {
    const year = historyOf(
      Array.from({ length: 30 }, () => ({
        arrivals: { feature: 1, unclassified: 2 },
        completions: { feature: 1, unclassified: 1 },
      })),
    );
    const cells = ask(year, { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 100 });
    // Nothing but features and what is unclassified is there to be done: nothing idles meanwhile.
    expect(lineOf(cells, "unclassified").at(9)?.p50).toBe(30 + 10 - 10);
    expect(lineOf(cells, "feature").at(9)?.p50).toBe(10);
  });

  it("is as much in doubt as a year of weeks leaves the mean, beside how single weeks vary", () => {
    const year = historyOf(
      Array.from({ length: 52 }, (_, week) =>
        week % 2 === 0 ? { arrivals: { feature: 1 } } : { completions: { feature: 1 } },
      ),
      { feature: 100 },
    );
    const [cell] = lineOf(ask(year, null, { weeks: 26, runs: 4000 }), "feature").slice(-1);
    // Of 26 steps of one, known to be fair, 8 in 10 runs end within 6.5; of an urn, within 8.
    expect(cell?.p50).toBe(100);
    expect([cell?.p10, cell?.p90]).toEqual([92, 108]);
  });

  it("has its quantiles in order, never below nothing, and is the same each time it is asked", () => {
    fc.assert(
      fc.property(anyHistory, fc.option(anyShares), (window, shares) => {
        const cells = ask(window, shares);
        expect(cells).toHaveLength(forecastLines.length * weeks);
        for (const { p10, p50, p90 } of cells) {
          expect([0, p10, p50, p90]).toEqual([0, p10, p50, p90].sort((a, b) => a - b));
        }
        expect(ask(window, shares)).toEqual(cells);
      }),
      { numRuns: 30 },
    );
  });

  it("of more weeks begins with that of fewer", () => {
    fc.assert(
      fc.property(anyHistory, (window) => {
        // Whether a stock has had its peak depends on how far one looks.
        const ranges = (ahead: number) =>
          ask(window, null, { weeks: ahead })
            .filter(({ week }) => week <= 5)
            .map(({ peaked: _, ...cell }) => cell);
        expect(ranges(26)).toEqual(ranges(5));
      }),
      { numRuns: 10 },
    );
  });

  it("never leaves more of a category open for a larger share of the work", () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyShares,
        fc.constantFrom(...balanceCategories),
        fc.integer({ min: 1, max: 99 }),
        (window, shares, category, part) => {
          // What it gains, the others lose in proportion.
          const more = { ...shares };
          for (const one of balanceCategories) {
            more[one] += (((one === category ? 100 : 0) - shares[one]) * part) / 100;
          }
          const before = lineOf(ask(window, shares), category);
          const after = lineOf(ask(window, more), category);
          for (const [week, cell] of after.entries()) {
            expect(cell.p50).toBeLessThanOrEqual(before[week]?.p50 ?? -1);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("leaves as much open together whichever way the work is divided, where nothing is dropped", () => {
    fc.assert(
      fc.property(anyHistory, anyShares, anyShares, (history, one, other) => {
        const none = history.map((week) => ({ ...week, dropped: { ...week.completions } }));
        for (const week of none) for (const key of chartedCategories) week.dropped[key] = 0;
        const together = (shares: Shares) =>
          lineOf(ask(none, shares), "together").map(({ p50 }) => p50);
        expect(together(one)).toEqual(together(other));
      }),
      { numRuns: 20 },
    );
  });
});

describe("a simulated run", () => {
  it("adds up: what was open and came, less what was dropped and completed, is open", () => {
    fc.assert(
      fc.property(anyHistory, anyShares, (history, shares) => {
        const [week] = history.slice(-1);
        if (!week) return;
        // With one week to draw from, every run is known beforehand.
        const flows = flowsOf([week], shares);
        const start = chartedCategories.map((category) => week.open[category]);
        const { stocks, unused } = finished(simulate({ flows, start, weeks, runs: 2 }));
        const sum = (all: ArrayLike<number>) => Array.from(all).reduce((a, b) => a + b, 0);
        const end = stocks[(chartedCategories.length * weeks + weeks - 1) * 2] ?? -1;
        const isDroppedInFull = chartedCategories.every(
          (one) => week.dropped[one] <= week.arrivals[one],
        );
        fc.pre(isDroppedInFull);
        const came = sum(start) + weeks * (sum(flows.arrivals) - sum(flows.dropped));
        expect(end).toBeCloseTo(came - weeks * sum(flows.parts) + (unused[0] ?? 0), 6);
      }),
    );
  });

  it("loses capacity only where nothing is left to do", () => {
    const amount = fc.nat(200).map((tenths) => tenths / 10);
    const five = fc.array(amount, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(five, five, (stock, parts) => {
        const left = Float64Array.from(stock);
        const lost = complete(left, Float64Array.from(parts), 0);
        const sum = (all: ArrayLike<number>) => Array.from(all).reduce((a, b) => a + b, 0);
        expect(sum(left)).toBeCloseTo(Math.max(0, sum(stock) - sum(parts)), 6);
        expect(lost).toBeCloseTo(Math.max(0, sum(parts) - sum(stock)), 6);
        expect(Math.min(...left)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("too little history", () => {
  it("gives no forecast, and says what is lacking", () => {
    const short = evenYear.slice(0, 25);
    expect(tooLittle(short)).toBe(
      "There are 25 whole weeks of history. A forecast needs at least 26.",
    );
    expect(ask(short)).toEqual([]);
    expect(tooLittle(evenYear.slice(0, 26))).toBeNull();
    expect(tooLittle([])).toMatch(/^Nothing was opened/);
    const still = historyOf(Array.from({ length: 30 }, () => ({ arrivals: { feature: 1 } })));
    expect(tooLittle(still)).toMatch(/30 opened and 0 completed items/);
  });
});

describe("the week from which a stock grows no more", () => {
  it("is the first where it shrinks, none where it grows, and needs a quarter of the view after it", () => {
    const shrinking = historyOf(
      Array.from({ length: 30 }, () => ({
        arrivals: { tech_debt: 1, feature: 2 },
        completions: { tech_debt: 2, feature: 1 },
      })),
      { tech_debt: 90 },
    );
    const cells = ask(shrinking);
    const peakedOf = (line: ForecastLine) => lineOf(cells, line).map(({ peaked }) => peaked);
    expect(peakedOf("tech_debt")).toEqual(Array.from({ length: weeks }, () => 1));
    expect(peakedOf("feature")).toEqual([...Array.from({ length: weeks - 1 }, () => 0), 1]);
    expect(steadyFrom(cells, "tech_debt")).toEqual({ week: 1, chance: 1 });
    expect(steadyFrom(cells, "feature")).toEqual({ week: null, chance: 0 });
    const cell = (week: number, peaked: number): ForecastCell => ({
      ...{ week, line: "tech_debt", peaked },
      ...{ p10: 1, p50: 2, p90: 3 },
    });
    const late = [0.2, 0.5, 0.69, 0.7, 0.8, 0.9, 0.95, 1].map((peaked, week) =>
      cell(week + 1, peaked),
    );
    expect(steadyFrom(late, "tech_debt")).toEqual({ week: 4, chance: 0.7 });
    const later = [0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.9, 1].map((peaked, week) =>
      cell(week + 1, peaked),
    );
    expect(steadyFrom(later, "tech_debt")).toEqual({ week: null, chance: 0.5 });
  });
});
