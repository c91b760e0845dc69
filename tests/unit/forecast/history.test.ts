import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BalanceCell } from "@/lib/domain/balance";
import { type CategoryOrNone, chartedCategories } from "@/lib/domain/category";
import { weeklyHistory } from "@/lib/forecast/history";
import { noCounts } from "@/lib/forecast/history-week";

const weekOf = (index: number, complete = true) => ({
  start: `2026-W${10 + index}-1`,
  end: `2026-W${10 + index}-7`,
  complete,
});

function cell(
  bucket: number,
  amount: number,
  category: CategoryOrNone = "feature",
  kind: string | null = null,
): BalanceCell {
  return { bucket, amount, category, kind, unestimated: 0, contested: 0 };
}

const of = (change: object) => ({ ...noCounts(), ...change });

describe("a weekly history", () => {
  it("tells what came, what left and what was open of each whole week, from the stock before it", () => {
    const weeks = weeklyHistory({
      buckets: [weekOf(0, false), weekOf(1), weekOf(2), weekOf(3, false)],
      opened: [cell(0, 99), cell(1, 2), cell(1, 1, "tech_debt"), cell(2, 1), cell(3, 50)],
      // Two kinds of a category are one line of it.
      open: [
        cell(0, 4),
        cell(0, 1, "feature", "enhancement"),
        cell(1, -1),
        cell(1, 1, "tech_debt"),
      ],
    });
    expect(weeks).toEqual([
      {
        ...{ start: "2026-W11-1", end: "2026-W11-7", dropped: noCounts() },
        arrivals: of({ feature: 2, tech_debt: 1 }),
        completions: of({ feature: 3 }),
        open: of({ feature: 4, tech_debt: 1 }),
      },
      {
        ...{ start: "2026-W12-1", end: "2026-W12-7", dropped: noCounts() },
        arrivals: of({ feature: 1 }),
        completions: of({ feature: 1 }),
        open: of({ feature: 4, tech_debt: 1 }),
      },
    ]);
  });

  it("counts what was reopened as arrivals where more came back than left", () => {
    const [week] = weeklyHistory({
      buckets: [weekOf(0), weekOf(1)],
      opened: [cell(1, 1)],
      open: [cell(1, 3)],
    });
    expect(week).toMatchObject({ arrivals: of({ feature: 3 }), completions: noCounts() });
  });

  it("puts what was dropped later back until it was, divided as what had come in, oldest first", () => {
    const excluded = (bucket: number, amount: number, kind: string) =>
      cell(bucket, amount, "excluded", kind);
    // The questions were never open work; the last four invalid ones are still there, and stay out.
    const came = [
      ...[cell(1, 3), cell(1, 3, "maintenance"), excluded(1, 2, "wont_do")],
      ...[cell(2, 5, "maintenance"), excluded(2, 1, "duplicate"), excluded(2, 5, "question")],
      excluded(3, 4, "invalid"),
    ];
    const left = [
      ...[excluded(3, -1, "wont_do"), excluded(3, -2, "question")],
      ...[excluded(4, -1, "wont_do"), excluded(4, -1, "duplicate")],
    ];
    const weeks = weeklyHistory({
      buckets: [0, 1, 2, 3, 4].map((index) => weekOf(index)),
      ...{ opened: came, open: [...came, ...left] },
    });
    expect(weeks.map(({ arrivals, dropped, open }) => ({ arrivals, dropped, open }))).toEqual([
      {
        arrivals: of({ feature: 4, maintenance: 4 }),
        dropped: noCounts(),
        open: of({ feature: 4, maintenance: 4 }),
      },
      {
        arrivals: of({ maintenance: 6 }),
        dropped: noCounts(),
        open: of({ feature: 4, maintenance: 10 }),
      },
      {
        arrivals: noCounts(),
        dropped: of({ feature: 1 }),
        open: of({ feature: 3, maintenance: 10 }),
      },
      {
        arrivals: noCounts(),
        dropped: of({ maintenance: 2 }),
        open: of({ feature: 3, maintenance: 8 }),
      },
    ]);
  });

  it("adds up in every week, and ends with the stock as the balance counts it", () => {
    const anyCell = fc
      .tuple(
        fc.nat(8),
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom<CategoryOrNone>(...chartedCategories, "excluded"),
        fc.constantFrom("wont_do", "question", null),
        fc.nat(4),
      )
      .map(([bucket, amount, category, kind, stay]) => ({
        opened: cell(bucket, amount, category, kind),
        open: [
          cell(bucket, amount, category, kind),
          cell(bucket + stay, -Math.min(amount, stay), category, kind),
        ],
      }));
    fc.assert(
      fc.property(fc.array(anyCell, { maxLength: 40 }), (cells) => {
        const open = cells.flatMap((one) => one.open);
        const weeks = weeklyHistory({
          buckets: Array.from({ length: 13 }, (_, index) => weekOf(index)),
          opened: cells.map((one) => one.opened),
          open,
        });
        for (const category of chartedCategories) {
          const before = open.filter((one) => one.bucket === 0 && one.category === category);
          let stock = before.reduce((sum, { amount }) => sum + amount, 0);
          for (const week of weeks) {
            stock += week.arrivals[category] - week.completions[category] - week.dropped[category];
            expect(week.open[category]).toBe(stock);
            expect(
              Math.min(week.arrivals[category], week.completions[category]),
            ).toBeGreaterThanOrEqual(0);
          }
          const own = open.filter((one) => one.category === category);
          expect(stock).toBe(own.reduce((sum, { amount }) => sum + amount, 0));
        }
      }),
    );
  });
});
