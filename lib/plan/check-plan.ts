import { sharesOf } from "@/lib/balance/amounts";
import type { Counts, Shares } from "@/lib/domain/balance";
import type { Plannable, PlanTarget } from "@/lib/domain/plan";

/** Where the selection lies: `none` where it has no share, or nothing to be held against. */
export type PlanPlace = "inside" | "below" | "above" | "none";

export type PlanCheck = {
  /** In the unit of what was agreed; items where nothing is. */
  unit: "items" | "points";
  counts: Counts;
  shares: Shares;
  /** Chosen items, and those among them that the shares leave out. */
  items: number;
  unestimated: number;
  target: PlanTarget | null;
  place: PlanPlace;
};

export const rounding = 1e-9;

/**
 * Whether a selection would meet what is agreed, were all of it done and nothing else. Effort is not
 * known ahead: such an agreement is held against items.
 */
export function checkPlan(chosen: readonly Plannable[], target: PlanTarget | null): PlanCheck {
  const unit = target?.unit === "points" ? "points" : "items";
  const counts: Counts = { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0, unclassified: 0 };
  let unestimated = 0;
  for (const item of chosen) {
    if (item.category === "excluded") continue;
    counts[item.category] += amountOf(item, unit);
    if (unit === "points" && item.points === null) unestimated++;
  }
  const shares = sharesOf(counts);
  const place = placeOf(shares.feature, target);
  return { unit, counts, shares, items: chosen.length, unestimated, target, place };
}

export function amountOf({ points }: Pick<Plannable, "points">, unit: "items" | "points"): number {
  return unit === "items" ? 1 : (points ?? 0);
}

export function placeOf(share: number | null, target: PlanTarget | null): PlanPlace {
  if (share === null || target === null) return "none";
  if (share < target.feature - target.tolerance - rounding) return "below";
  if (share > target.feature + target.tolerance + rounding) return "above";
  return "inside";
}
