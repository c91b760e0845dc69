import { describe, expect, it } from "vitest";
import { agreedBands, agreedGaps } from "@/components/balance/agreed-marks";
import { driftOf } from "@/lib/balance/drift";
import type { Balance, BalanceTarget } from "@/lib/contracts/balance";
import { bucketOf } from "./sample-balance";

const shares = { feature: 0.65, maintenance: null, rewrite: null, tech_debt: null };
const target: BalanceTarget = {
  ...{ agreementId: "a", stageId: "s", stage: "Expand", exception: false, shares },
  ...{ from: "2026-03-02", to: "2026-03-22", tolerance: 0.05 },
};

/** Weeks of a chart, judged as the API judges them. */
function judged(
  ...weeks: [feature: number, upkeep: number][]
): Pick<Balance, "buckets" | "targets" | "drift"> {
  const buckets = weeks.map(([feature, maintenance], week) => {
    const day = (offset: number) =>
      new Date(Date.UTC(2026, 2, 2 + 7 * week + offset)).toISOString().slice(0, 10);
    return bucketOf(day(0), day(6), { feature, maintenance });
  });
  const counted = buckets.map((bucket, week) => {
    const [feature, maintenance] = weeks[week] ?? [0, 0];
    return { ...bucket, items: feature + maintenance };
  });
  const drift = driftOf({ buckets: counted, measure: "done", targets: [target] });
  return { buckets, targets: [target], drift };
}

describe("what was agreed, in the chart", () => {
  it("is a band over its days, with the stage's name", () => {
    const balance = judged([65, 35], [65, 35], [65, 35], [65, 35]);
    const [band] = agreedBands(balance, "bars", "en-GB");
    expect(band).toMatchObject({ from: 0, to: 0.75, name: "Expand 65 ± 5" });
    expect(band?.least).toBeCloseTo(0.6);
    expect(band?.most).toBeCloseTo(0.7);
  });

  it("has a gap where a share lies surely outside, with its points from the band", () => {
    const gaps = agreedGaps(judged([640, 360], [500, 500], [800, 200]), "bars");
    expect(gaps.map(({ name, chance }) => [name, chance])).toEqual([
      ["−10", null],
      ["+10", null],
    ]);
    expect(gaps[0]?.seam).toBe(0.5);
    expect(gaps[0]?.edge).toBeCloseTo(0.6);
    expect(gaps[1]?.edge).toBeCloseTo(0.7);
  });

  it("says what chance would do where there are too few to say, and gives no number", () => {
    const [gap] = agreedGaps(judged([5, 5]), "bars");
    expect(gap?.name).toBeNull();
    expect(gap?.chance?.least).toBeLessThan(0.5);
    expect(gap?.chance?.most).toBeGreaterThan(0.65);
  });

  it("has no gap for what is not judged: not over yet, empty, or agreed for other days", () => {
    const balance = judged([500, 500], [0, 0], [500, 500], [500, 500]);
    expect(agreedGaps(balance, "bars")).toHaveLength(2);
    expect(agreedGaps({ ...balance, drift: null }, "bars")).toEqual([]);
  });
});
