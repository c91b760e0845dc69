import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketsOf } from "@/lib/balance/calendar";
import { foldBalance } from "@/lib/balance/fold-balance";
import type { BalanceCell } from "@/lib/domain/balance";
import type { CategoryOrNone } from "@/lib/domain/category";

const buckets = bucketsOf({
  ...{ from: "2026-01-01", to: "2026-01-06", bucket: "day", weekStart: "monday" },
  ...{ timeZone: "UTC", now: new Date("2026-02-01T00:00:00Z") },
});

function change(bucket: number, category: CategoryOrNone, amount: number): BalanceCell {
  return { bucket, category, kind: null, amount, unestimated: 0, contested: amount };
}

test("a stock of points that all have left is nothing: no count, no share, no kind", () => {
  const cells = [0.1, 0.2, -0.3].flatMap((amount, bucket) => [
    change(bucket, "feature", amount),
    change(bucket, "excluded", amount),
  ]);
  const { buckets: rows, totals } = foldBalance({
    buckets,
    cells,
    measure: "open",
    withKinds: true,
  });
  expect(rows[1]?.counts.feature).toBe(0.3);
  for (const { counts, excluded, shares, coverage, contested, kinds } of [
    ...rows.slice(2),
    totals,
  ]) {
    expect([counts.feature, excluded, shares.feature, coverage]).toEqual([0, 0, null, null]);
    expect([contested.counts.feature, contested.band, kinds]).toEqual([0, null, {}]);
  }
});

test("a stock of points is what was put in and not taken out, whatever came between", () => {
  const tenths = fc.array(fc.integer({ min: 1, max: 130 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(tenths, fc.integer({ min: 0, max: 5 }), (points, kept) => {
      const cells = points.flatMap((point, bucket) => [
        change(bucket, "feature", point / 10),
        ...(bucket === kept ? [] : [change(bucket + 1, "feature", -point / 10)]),
      ]);
      const last = cells.filter(({ bucket }) => bucket < buckets.length);
      const { totals } = foldBalance({ buckets, cells: last, measure: "open", withKinds: false });
      const left = points.filter((_, bucket) => bucket === kept || bucket === buckets.length - 1);
      expect(totals.counts.feature).toBe(left.reduce((sum, point) => sum + point, 0) / 10);
    }),
  );
});
