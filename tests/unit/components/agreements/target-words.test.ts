import { describe, expect, it } from "vitest";
import { driftSentence, pointsWords } from "@/components/agreements/target-words";
import { agreedWords, targetWords } from "@/components/balance/agreed-words";
import type { BalanceDrift, BalanceTarget } from "@/lib/contracts/balance";

const drift: BalanceDrift = {
  agreementId: "a",
  stage: "Expand",
  exception: false,
  items: 1200,
  actual: 0.58,
  agreed: 0.65,
  tolerance: 0.05,
  difference: -0.07,
  place: "below",
  chance: { least: 0.627, most: 0.673 },
  from: "2026-08-31",
  to: "2026-11-22",
  direction: "moving_away",
  toReturn: { category: "feature", more: 24, among: 1200 },
  periods: [],
};

const say = (change: Partial<BalanceDrift>, unit: "items" | "points" = "items") =>
  driftSentence({ drift: { ...drift, ...change }, unit }, "en-GB");

describe("the headline's second sentence", () => {
  it("says what is agreed, how far outside, which way it goes and what would return it", () => {
    expect(say({})).toBe(
      "Agreed for Expand: 65 ± 5. Two points under the band, and moving away. 24 more feature items among the next 1,200 would return it.",
    );
    expect(say({ direction: null, toReturn: null, actual: 0.81, place: "above" })).toBe(
      "Agreed for Expand: 65 ± 5. 11 points over the band.",
    );
    expect(
      say({ toReturn: { category: "tech_debt", more: 1, among: 40 }, direction: null }, "points"),
    ).toBe(
      "Agreed for Expand: 65 ± 5. Two points under the band. 1 more tech debt point among the next 40 would return it.",
    );
  });

  it("says inside, and whether it stays there", () => {
    expect(say({ place: "inside", direction: "steady", toReturn: null })).toBe(
      "Agreed for Expand: 65 ± 5. Inside the band, and staying there.",
    );
  });

  it("says that there are too few to say, and what chance alone would do", () => {
    const few = { place: "too_few", toReturn: null, items: 12, direction: null } as const;
    expect(say({ ...few, chance: { least: 0.42, most: 0.83 } })).toBe(
      "Agreed for Expand: 65 ± 5. Too few to say: with 12 items, chance alone leaves anything between 42% and 83%.",
    );
    expect(say({ ...few, items: 1, actual: 0.65 })).toBe(
      "Agreed for Expand: 65 ± 5. Too few to say: 1 item since it was agreed.",
    );
    expect(say({ ...few, items: 0, actual: null, from: null, chance: null })).toBe(
      "Agreed for Expand: 65 ± 5. No whole period lies under it yet, so there is nothing to judge.",
    );
  });

  it("names an exception, and is none where nothing is agreed", () => {
    expect(say({ exception: true, tolerance: 0, agreed: 0.805 })).toMatch(
      /^Agreed as an exception in Expand: 80\.5\. /,
    );
    expect(driftSentence({ drift: null, unit: "items" }, "en-GB")).toBeNull();
  });
});

describe("words of what is agreed", () => {
  it("round no half away and count points in words", () => {
    expect(targetWords({ feature: 0.285, tolerance: 0.025 }, "en-GB")).toBe("28.5 ± 2.5");
    expect([0.004, 0.01, 0.02, 0.12].map(pointsWords)).toEqual([
      ...["less than a point", "one point", "two points", "12 points"],
    ]);
  });

  it("belong to the last day of a bucket", () => {
    const shares = { feature: 0.65, maintenance: null, rewrite: null, tech_debt: null };
    const target: BalanceTarget = {
      ...{ agreementId: "a", stageId: "s", stage: "Expand", exception: false, shares },
      ...{ from: "2026-03-04", to: "2026-03-08", tolerance: 0.05 },
    };
    const agreed = (end: string) => agreedWords({ end }, { targets: [target] }, "en-GB");
    expect([agreed("2026-03-03"), agreed("2026-03-08"), agreed("2026-03-15")]).toEqual([
      ...[null, "65 ± 5", null],
    ]);
  });
});
