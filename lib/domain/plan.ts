import type { Unit } from "./balance";
import type { CategoryOrNone } from "./category";

/** Where the candidates for a plan come from: all that is open, or one of the tracker's own lists. */
export const planScopes = ["open", "sprint", "milestone"] as const;
export type PlanScope = { from: (typeof planScopes)[number]; value: string | null };

/** The most items that are chosen for a plan, and the most that are offered. */
export const mostChosen = 500;
export const mostCandidates = 200;

/** How urgent its tracker says an item is; null where it says nothing. */
export const priorities = ["highest", "high", "medium", "low"] as const;
export type Priority = (typeof priorities)[number];

/** What a plan is held against: parts of 1, the feature share either way by the tolerance. */
export type PlanTarget = {
  feature: number;
  tolerance: number;
  /** What its shares are counted in; effort is not known ahead. */
  unit: Unit;
};

/** What the check of a selection needs of an item. */
export type Plannable = {
  id: string;
  key: string;
  category: CategoryOrNone;
  points: number | null;
};
