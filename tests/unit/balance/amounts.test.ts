import fc from "fast-check";
import { expect, test } from "vitest";
import { amountsOf, coverageOf, sharesOf } from "@/lib/balance/amounts";
import { bandOf } from "@/lib/balance/band";
import type { CategoryOrNone } from "@/lib/domain/category";

const count = fc.integer({ min: 0, max: 1000 });
const counts = fc.record({
  feature: count,
  maintenance: count,
  rewrite: count,
  tech_debt: count,
  unclassified: count,
});

test("shares are parts of the four categories alone and add up to one, or are no data", () => {
  fc.assert(
    fc.property(counts, (amounts) => {
      const shares = Object.values(sharesOf(amounts));
      const { feature, maintenance, rewrite, tech_debt } = amounts;
      if (feature + maintenance + rewrite + tech_debt === 0) {
        expect(shares).toEqual([null, null, null, null]);
      } else {
        expect(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 10);
        expect(sharesOf({ ...amounts, unclassified: 0 })).toEqual(sharesOf(amounts));
      }
    }),
  );
});

test("coverage is the classified part of all that is work", () => {
  const none = { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0, unclassified: 0 };
  expect(coverageOf(none)).toBeNull();
  expect(coverageOf({ ...none, unclassified: 4 })).toBe(0);
  expect(coverageOf({ ...none, feature: 2, tech_debt: 1, unclassified: 1 })).toBe(0.75);
});

test("excluded items are beside the counts: in no share, no kind, no unestimated", () => {
  const cell = { bucket: 0, kind: "question", amount: 3, unestimated: 3, contested: 0 };
  const amounts = amountsOf([{ ...cell, category: "excluded" }], true);
  expect(amounts).toMatchObject({ excluded: 3, unestimated: 0, kinds: {}, coverage: null });
});

test("kinds are told inside each category, and of all of them together", () => {
  const cell = (category: CategoryOrNone, kind: string | null, amount: number) => {
    return { bucket: 0, category, kind, amount, unestimated: 0, contested: 0 };
  };
  const cells = [
    cell("maintenance", "bug", 2),
    cell("rewrite", "bug", 1),
    cell("maintenance", null, 4),
    cell("maintenance", "bug", 1),
    cell("feature", "enhancement", 1),
    cell("feature", "enhancement", -1),
    cell("unclassified", null, 8),
  ];
  expect(amountsOf(cells, true)).toMatchObject({
    kinds: { bug: 4, none: 4 },
    kindsOf: { feature: {}, maintenance: { bug: 3, none: 4 }, rewrite: { bug: 1 }, tech_debt: {} },
  });
  expect(amountsOf(cells, false)).not.toHaveProperty("kindsOf");
});

test("what is contested leaves a category at most all there is, in decimals too", () => {
  const cell = (category: CategoryOrNone, amount: number, contested: number) => {
    return { bucket: 0, category, kind: null, amount, unestimated: 0, contested };
  };
  const cells = [
    cell("maintenance", 0.3, 0.1),
    cell("tech_debt", 2.3, 2.3),
    cell("unclassified", 0.3, 0.3),
  ];
  expect(amountsOf(cells, false).contested.band?.maintenance?.most).toBe(1);
});

test("what is contested leaves a category no less than nothing, in decimals too", () => {
  const none = { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0, unclassified: 0 };
  const band = bandOf({ ...none, feature: 0.3 }, { ...none, excluded: 0, feature: 0.1 + 0.2 });
  expect(band?.feature?.least).toBe(0);
});
