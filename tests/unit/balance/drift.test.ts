import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Target } from "@/lib/agreements/targets";
import { type DriftBucket, driftOf } from "@/lib/balance/drift";

const noCounts = { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0, unclassified: 0 };

/** The week number `week` of a made-up calendar: `W01` and so on sort as days do. */
const dayOf = (week: number, end = false) =>
  `2026-W${String(week).padStart(2, "0")}-${end ? 7 : 1}`;

function bucket(week: number, feature: number, upkeep: number, complete = true): DriftBucket {
  const counts = { ...noCounts, feature, tech_debt: upkeep };
  return { start: dayOf(week), end: dayOf(week, true), complete, counts, items: feature + upkeep };
}

function target(from: number, to: number, change: Partial<Target> = {}): Target {
  return {
    ...{ agreementId: "a", stageId: "s", stage: "Expand", exception: false },
    ...{ from: dayOf(from), to: dayOf(to, true), tolerance: 0.05 },
    shares: { feature: 0.65, maintenance: null, rewrite: null, tech_debt: null },
    ...change,
  };
}

const judge = (buckets: DriftBucket[], targets: Target[], measure: "done" | "open" = "done") =>
  driftOf({ buckets, measure, targets });

describe("drift", () => {
  it("is nothing where nothing is agreed, and too few to say before the first whole bucket", () => {
    expect(judge([bucket(1, 50, 50)], [])).toBeNull();
    const drift = judge([bucket(1, 50, 50, false)], [target(1, 9)]);
    expect(drift).toMatchObject({
      place: "too_few",
      items: 0,
      actual: null,
      from: null,
      periods: [],
    });
  });

  it("says where the whole buckets together lie, and by how much", () => {
    const place = (feature: number, upkeep: number) =>
      judge([bucket(1, feature, upkeep)], [target(1, 9)])?.place;
    expect(place(650, 350)).toBe("inside");
    expect(place(600, 400)).toBe("inside");
    expect(place(590, 410)).toBe("below");
    expect(place(710, 290)).toBe("above");
    const drift = judge([bucket(1, 500, 500), bucket(2, 540, 460)], [target(1, 9)]);
    expect(drift).toMatchObject({ items: 2000, from: dayOf(1), to: dayOf(2, true) });
    expect(drift?.difference).toBeCloseTo(-0.13);
  });

  it("is too few to say where chance alone could have done it", () => {
    expect(judge([bucket(1, 22, 18)], [target(1, 9)])?.place).toBe("too_few");
    expect(judge([bucket(1, 220, 180)], [target(1, 9)])?.place).toBe("below");
    expect(judge([bucket(1, 6, 3)], [target(1, 9)])?.place).toBe("too_few");
    expect(judge([bucket(1, 7, 4)], [target(1, 9)])?.place).toBe("inside");
    // One feature of nine comes of chance once in a thousand times.
    expect(judge([bucket(1, 1, 8)], [target(1, 9)])?.place).toBe("below");
  });

  it("is judged by what was in force for all of a bucket; one that is cut by a change is not judged", () => {
    const targets = [
      { ...target(1, 2), to: "2026-W02-3" },
      target(2, 9, { from: "2026-W02-4", agreementId: "b" }),
    ];
    const drift = judge([bucket(1, 65, 35), bucket(2, 90, 10), bucket(3, 80, 20)], targets);
    expect(drift?.periods.map(({ start, agreementId }) => [start, agreementId])).toEqual([
      [dayOf(1), "a"],
      [dayOf(3), "b"],
    ]);
    expect(drift).toMatchObject({ agreementId: "b", items: 100 });
  });

  it("judges an exception by itself, and what was agreed for the stage without its days", () => {
    const exception = target(2, 2, { agreementId: "e", exception: true });
    const targets = [target(1, 1), exception, target(3, 9)];
    const weeks = [bucket(1, 60, 40), bucket(2, 95, 5), bucket(3, 70, 30)];
    expect(judge(weeks, targets)).toMatchObject({ agreementId: "a", items: 200, exception: false });
    expect(judge(weeks.slice(0, 2), targets)).toMatchObject({ agreementId: "e", exception: true });
  });

  it("says which way it goes: the later half against the earlier", () => {
    const direction = (...weeks: [number, number][]) =>
      judge(
        weeks.map(([feature, upkeep], place) => bucket(place + 1, feature, upkeep)),
        [target(1, 9)],
      )?.direction;
    expect(direction([60, 40], [50, 50])).toBe("moving_away");
    expect(direction([50, 50], [60, 40])).toBe("approaching");
    expect(direction([60, 40], [60, 40])).toBe("steady");
    expect(direction([60, 40], [70, 30])).toBe("steady");
    expect(direction([6, 4])).toBeNull();
    expect(direction([3, 3], [60, 40])).toBeNull();
    expect(direction([60, 40], [60, 40], [40, 60], [40, 60])).toBe("moving_away");
  });

  it("takes a stock as it stands at the end", () => {
    const drift = judge([bucket(1, 650, 350), bucket(2, 400, 600)], [target(1, 9)], "open");
    expect(drift).toMatchObject({ items: 1000, from: dayOf(2), place: "below" });
    expect(drift?.direction).toBe("moving_away");
  });

  it("names the category that lacks most where each was agreed", () => {
    const shares = { feature: 0.4, maintenance: 0.2, rewrite: 0.1, tech_debt: 0.3 };
    const counts = { ...noCounts, feature: 600, maintenance: 190, rewrite: 60, tech_debt: 150 };
    const weeks = [{ ...bucket(1, 0, 0), counts, items: 1000 }];
    expect(judge(weeks, [target(1, 9, { shares })])?.toReturn).toEqual({
      ...{ category: "tech_debt", more: 150, among: 1000 },
    });
  });

  it("returns to the band with as many more as it says, and not with one fewer", () => {
    const amounts = fc.integer({ min: 0, max: 900 });
    const percents = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(amounts, amounts, percents, percents, (feature, upkeep, agreed, tolerance) => {
        const shares = { feature: agreed / 100, maintenance: null, rewrite: null, tech_debt: null };
        const own = target(1, 9, { shares, tolerance: tolerance / 100 });
        const drift = judge([bucket(1, feature, upkeep)], [own]);
        const isOutside = drift?.place === "below" || drift?.place === "above";
        expect(drift?.toReturn === null).toBe(!isOutside);
        if (!drift?.toReturn) return;
        const { category, more, among } = drift.toReturn;
        const sign = category === "feature" ? 1 : -1;
        const edge = Math.min(1, Math.max(0, (agreed - sign * tolerance) / 100));
        const beyond = (moved: number) => sign * ((feature + sign * moved) / among - edge);
        expect(among).toBe(feature + upkeep);
        expect(more).toBeGreaterThan(0);
        expect(beyond(more)).toBeGreaterThanOrEqual(-1e-9);
        expect(beyond(more - 1)).toBeLessThan(-1e-9);
      }),
    );
  });
});
