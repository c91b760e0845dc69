import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketsOf } from "@/lib/balance/calendar";
import { commonWeekStart, foldPortfolio } from "@/lib/balance/portfolio";
import type { BalanceCell } from "@/lib/domain/balance";
import { balanceCategories, categoryOrNone } from "@/lib/domain/category";

const days = {
  from: "2026-01-01",
  to: "2026-03-31",
  bucket: "month",
  weekStart: "monday",
} as const;
const bucketsIn = (timeZone: string, now: string) =>
  bucketsOf({ ...days, timeZone, now: new Date(now) });

const cell: fc.Arbitrary<BalanceCell> = fc.record({
  bucket: fc.nat({ max: 2 }),
  category: fc.constantFrom(...categoryOrNone),
  kind: fc.constant(null),
  amount: fc.integer({ min: 1, max: 50 }),
  unestimated: fc.nat({ max: 3 }),
  contested: fc.constant(0),
});
const product = fc.record({
  counted: fc.boolean(),
  cells: fc.array(cell, { maxLength: 12 }),
  buckets: fc.constant(bucketsIn("UTC", "2026-04-02T00:00:00Z")),
});

test("the whole is added up from counts, and its shares are of the sums, never averages of shares", () => {
  fc.assert(
    fc.property(
      fc.array(product, { maxLength: 5 }),
      fc.constantFrom("done" as const, "open" as const),
      (products, measure) => {
        const { products: each, whole } = foldPortfolio(products, measure);
        const counted = each.filter(({ product: one }) => one.counted);
        const sumOf = (of: (one: (typeof each)[number]) => number) =>
          counted.reduce((sum, one) => sum + of(one), 0);
        for (const category of [...balanceCategories, "unclassified"] as const) {
          expect(whole.totals.counts[category]).toBe(
            sumOf(({ balance }) => balance.totals.counts[category]),
          );
          for (const [index, bucket] of whole.buckets.entries()) {
            expect(bucket.counts[category]).toBe(
              sumOf(({ balance }) => balance.buckets[index]?.counts[category] ?? 0),
            );
          }
        }
        const classified = balanceCategories.reduce(
          (sum, category) => sum + whole.totals.counts[category],
          0,
        );
        expect(whole.totals.shares.feature).toBe(
          classified === 0 ? null : whole.totals.counts.feature / classified,
        );
      },
    ),
  );
});

test("a bucket of the whole is over once it is over in every product's own time zone", () => {
  const now = "2026-03-31T23:00:00Z";
  const [ahead, behind] = ["Pacific/Auckland", "America/Santiago"].map((timeZone) => ({
    counted: true,
    cells: [],
    buckets: bucketsIn(timeZone, now),
  }));
  if (!ahead || !behind) throw new Error("There are two.");
  const lastOf = (products: (typeof ahead)[]) =>
    foldPortfolio(products, "done").whole.buckets.at(-1)?.complete;
  expect(lastOf([ahead])).toBe(true);
  expect(lastOf([ahead, behind])).toBe(false);
  expect(lastOf([ahead, { ...behind, counted: false }])).toBe(true);
});

test("weeks begin as those of all products do, else on Monday", () => {
  const sunday = { weekStart: "sunday" as const };
  expect(commonWeekStart([sunday, sunday])).toBe("sunday");
  expect(commonWeekStart([sunday, { weekStart: "saturday" }])).toBe("monday");
  expect(commonWeekStart([])).toBe("monday");
});
