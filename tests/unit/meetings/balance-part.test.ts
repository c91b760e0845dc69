import { expect, test } from "vitest";
import { balancePart } from "@/lib/meetings/balance-part";
import { balanceOf, bucketOf, figuresOf } from "@/tests/unit/components/balance/sample-balance";

const judged = {
  agreementId: "00000000-0000-4000-8000-000000000001",
  ...{ items: 2, actual: 0.5, agreed: 0.555, tolerance: 0.004, difference: -0.055 },
  ...{ place: "below" as const, chance: null, stage: "Growth *1*", exception: false },
  ...{ from: "2026-08-31", to: "2026-09-06", direction: null, toReturn: null, periods: [] },
};

test("a record says what was agreed to the tenth, and what its figures leave out", () => {
  const counts = { feature: 1, tech_debt: 399, unclassified: 2 };
  const beside = { excluded: 7, unestimated: 2, contested: { tech_debt: 3 } };
  const said = balancePart(
    balanceOf({
      unit: "points",
      buckets: [bucketOf("2026-08-31", "2026-09-06", counts, { ...beside, complete: false })],
      totals: figuresOf(counts, beside),
      drift: judged,
      stale: { since: null, why: "acme/web is *refused*." },
    }),
  );
  expect(said).toContain("| Feature | 1 | <1% |");
  expect(said).toContain("| Tech debt | 399 | >99% |");
  expect(said).toContain("| Unclassified | 2 |  |\n| Excluded | 7 |  |");
  expect(said).toContain("2 items without an estimate. 3 points contested.");
  expect(said).toContain("The last week was not over. These figures may be old: acme/web is");
  expect(said).toMatch(/Agreed for Growth \S*1\S*: 55\.5 ± 0\.4\.$/);
});

test("it says nothing of what there is not", () => {
  const balance = balanceOf({ buckets: [bucketOf("2026-08-31", "2026-09-06", { feature: 1 })] });
  expect(balancePart(balance)).not.toMatch(/Excluded|without|contested|not over|old|Agreed/);
});
