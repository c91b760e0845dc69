import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeTerms } from "@/lib/balance/drift";
import { type CountedPeriod, poolPeriods } from "@/lib/balance/pool-periods";

const terms = { agreementId: "a", agreed: 0.65, tolerance: 0.05 };

/** Weeks of so many features and so much upkeep each. */
const weeks = (...amounts: (readonly [number, number])[]): CountedPeriod[] =>
  amounts.map(([feature, tech_debt], index) => {
    const counts = { feature, maintenance: 0, rewrite: 0, tech_debt, unclassified: 0 };
    const counted = { counts, items: feature + tech_debt };
    const day = String(index + 1).padStart(2, "0");
    return { start: day, end: `${day} end`, ...counted, ...judgeTerms(counted, terms) };
  });
const places = (...amounts: Parameters<typeof weeks>) =>
  poolPeriods(weeks(...amounts)).map(({ place, periods }) => `${periods} ${place}`);

test("weeks that say something by themselves are taken by themselves", () => {
  expect(places([65, 35], [20, 80], [90, 10])).toEqual(["1 inside", "1 below", "1 above"]);
});

test("weeks of too few items are taken together until they say something", () => {
  expect(places([0, 2], [0, 2], [0, 2], [0, 2], [0, 1])).toEqual([
    "2 below",
    "2 below",
    "1 too_few",
  ]);
  expect(places([2, 1], [2, 1], [2, 1], [1, 0])).toEqual(["4 inside"]);
  expect(places([0, 0], [65, 35])).toEqual(["2 inside"]);
  expect(places([0, 0], [0, 0])).toEqual(["2 too_few"]);
});

test("every week is in one pool, none but the last says nothing, and more weeks change no earlier one", () => {
  const amount = fc.nat({ max: 30 });
  const amounts = fc.array(fc.tuple(amount, amount), { maxLength: 30 });
  fc.assert(
    fc.property(amounts, amounts, (before, after) => {
      const pooled = poolPeriods(weeks(...before));
      expect(pooled.reduce((sum, { periods }) => sum + periods, 0)).toBe(before.length);
      const told = pooled.filter(({ place }) => place !== "too_few");
      expect(pooled.slice(0, -1).every(({ place }) => place !== "too_few")).toBe(true);
      expect(poolPeriods(weeks(...before, ...after)).slice(0, told.length)).toEqual(told);
    }),
  );
});
