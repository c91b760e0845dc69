import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucketsOf, type CalendarBucket } from "@/lib/balance/calendar";
import { foldFlow, foldOpenAges } from "@/lib/balance/flow";
import type { FlowFigures } from "@/lib/contracts/flow";
import type { BalanceCell } from "@/lib/domain/balance";
import { categoryOrNone, chartedCategories } from "@/lib/domain/category";

const range = {
  from: "2026-01-05",
  to: "2026-03-01",
  weekStart: "monday",
  timeZone: "UTC",
} as const;
const now = new Date("2026-03-20T12:00:00Z");
const weeks = bucketsOf({ ...range, bucket: "week", now });
const whole = bucketsOf({ ...range, bucket: "quarter", now });

const cells = fc.array(
  fc.record({
    bucket: fc.integer({ min: 0, max: weeks.length - 1 }),
    category: fc.constantFrom(...categoryOrNone),
    kind: fc.constantFrom("bug", "refactor", null),
    amount: fc.integer({ min: 1, max: 50 }),
    unestimated: fc.constant(0),
    contested: fc.constant(0),
  }),
);
const flows = fc.record({ opened: cells, done: cells });

function fold(buckets: CalendarBucket[], of: { opened: BalanceCell[]; done: BalanceCell[] }) {
  return foldFlow({ buckets, ...of, leadTimes: [] });
}

function sumOf(all: BalanceCell[]): number {
  return all.reduce((sum, { amount }) => sum + amount, 0);
}

function countsOf({ categories, excluded }: FlowFigures) {
  const of = (measure: "opened" | "done") => [
    ...chartedCategories.map((category) => categories[category][measure]),
    excluded[measure],
  ];
  return { opened: of("opened"), done: of("done") };
}

describe("the flow", () => {
  test("has a row for every bucket, and net is opened minus done in each and altogether", () => {
    fc.assert(
      fc.property(flows, (of) => {
        const { buckets, totals } = fold(weeks, of);
        expect(buckets.map(({ start }) => start)).toEqual(weeks.map(({ start }) => start));
        for (const { categories } of [...buckets, totals]) {
          for (const { opened, done, net } of Object.values(categories)) {
            expect(net).toBe(opened - done);
          }
        }
      }),
    );
  });

  test("is the same in many buckets, in one, and in the totals", () => {
    fc.assert(
      fc.property(flows, ({ opened, done }) => {
        const inOne = (all: BalanceCell[]) => all.map((cell) => ({ ...cell, bucket: 0 }));
        const one = fold(whole, { opened: inOne(opened), done: inOne(done) });
        const many = fold(weeks, { opened, done });
        expect(many.totals).toEqual(one.totals);
        expect(one.buckets[0]).toMatchObject(one.totals);
        for (const measure of ["opened", "done"] as const) {
          const added = many.buckets.reduce(
            (sums, bucket) => sums.map((sum, at) => sum + (countsOf(bucket)[measure][at] ?? 0)),
            [0, 0, 0, 0, 0, 0],
          );
          expect(added).toEqual(countsOf(many.totals)[measure]);
        }
      }),
    );
  });

  test("puts everything into exactly one category, the excluded beside them", () => {
    fc.assert(
      fc.property(flows, (of) => {
        const { opened, done } = countsOf(fold(weeks, of).totals);
        const add = (counts: number[]) => counts.reduce((sum, count) => sum + count, 0);
        expect([add(opened), add(done)]).toEqual([sumOf(of.opened), sumOf(of.done)]);
      }),
    );
  });

  test("tells lead times where something was done, and nowhere else", () => {
    const spread = { items: 3, medianDays: 2, p85Days: 9.5 };
    const leadTimes = [
      { bucket: 1, category: "rewrite", ...spread },
      { bucket: null, category: "rewrite", ...spread, items: 4 },
    ] as const;
    const { buckets, totals } = foldFlow({
      ...{ buckets: weeks, opened: [], done: [] },
      leadTimes: [...leadTimes],
    });
    const nothing = { items: 0, medianDays: null, p85Days: null };
    expect(buckets[1]?.categories.rewrite.leadTime).toEqual(spread);
    expect(buckets[0]?.categories.rewrite.leadTime).toEqual(nothing);
    expect(totals.categories.rewrite.leadTime.items).toBe(4);
    expect(totals.categories.feature.leadTime).toEqual(nothing);
  });
});

test("the age of what is open is null where nothing is, and its oldest has a day", () => {
  const asOf = new Date("2026-03-01T00:00:00Z");
  const cell = { items: 2, medianDays: 20, p85Days: 30, oldestDays: 40 };
  const oldestCreatedAt = new Date("2026-01-19T23:30:00Z");
  const open = foldOpenAges(
    [
      { category: "tech_debt", ...cell, oldestCreatedAt },
      { category: "excluded", ...cell, oldestCreatedAt },
    ],
    { asOf, timeZone: "Europe/Berlin" },
  );
  expect(open.categories.tech_debt).toEqual({ ...cell, oldestOpenedOn: "2026-01-20" });
  expect(open.categories.feature).toEqual({
    ...{ items: 0, medianDays: null, p85Days: null },
    ...{ oldestDays: null, oldestOpenedOn: null },
  });
  expect(open).toMatchObject({ asOf: asOf.toISOString(), excluded: 2 });
});
