import fc from "fast-check";
import { expect, test } from "vitest";
import {
  upkeepCategories,
  withFeature,
  withPart,
  withUpkeep,
} from "@/components/forecast/move-shares";
import { agreedSharesSchema } from "@/lib/contracts/agreements";

const anyFour = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)).map((cuts) => {
  const [a = 0, b = 0, c = 0] = cuts.sort((one, other) => one - other);
  return { feature: a, maintenance: b - a, rewrite: c - b, tech_debt: 100 - c };
});

test("however the sliders are moved, the shares are those that can be agreed", () => {
  fc.assert(
    fc.property(
      anyFour,
      fc.nat(100),
      fc.constantFrom(...upkeepCategories),
      fc.nat(100),
      (shares, feature, category, part) => {
        const moved = withFeature(shares, feature);
        expect(agreedSharesSchema.parse(moved)).toMatchObject({ feature });
        const most = 100 - shares.feature;
        const parted = withPart(shares, category, Math.min(part, most));
        expect(agreedSharesSchema.parse(parted)).toMatchObject({
          ...{ feature: shares.feature, [category]: Math.min(part, most) },
        });
      },
    ),
  );
});

test("what is divided keeps its proportions, and nothing is divided evenly", () => {
  const shares = { feature: 60, maintenance: 20, rewrite: 10, tech_debt: 10 };
  const few = { feature: 80, maintenance: 10, rewrite: 5, tech_debt: 5 };
  expect(withFeature(shares, 80)).toEqual(few);
  expect(withPart(shares, "maintenance", 0)).toEqual({
    ...{ feature: 60, maintenance: 0, rewrite: 20, tech_debt: 20 },
  });
  const none = { feature: 100, maintenance: 0, rewrite: 0, tech_debt: 0 };
  expect(withFeature(none, 70)).toEqual({
    ...{ feature: 70, maintenance: 10, rewrite: 10, tech_debt: 10 },
  });
  expect(withFeature({ feature: 60.5, upkeep: 39.5 }, 70.3)).toEqual({
    feature: 70.3,
    upkeep: 29.7,
  });
  expect(withUpkeep(shares, "whole")).toEqual({ feature: 60, upkeep: 40 });
  expect(withUpkeep({ feature: 60, upkeep: 40 }, "divided")).toEqual({
    ...{ feature: 60, maintenance: 14, rewrite: 13, tech_debt: 13 },
  });
});
