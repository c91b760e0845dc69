import { activeFilters } from "@/components/items/filter-parameters";
import { comparedTeam, type FilterComparison } from "./comparison";
import type { Scope } from "./items-behind";
import { scopeOf } from "./selection";
import type { BalanceView } from "./view-parameters";

/** What narrows the other side of a comparison of filters; its knowledge is the view's. */
export function comparedScope(view: BalanceView, comparison: FilterComparison): Scope {
  const scope = scopeOf(view);
  const team = comparedTeam(comparison);
  if (team !== null) return { ...scope, team: [team] };
  return scope.asKnownAt ? { asKnownAt: scope.asKnownAt } : {};
}

/** True where the two sides are one: nothing is filtered, or the team alone is in force already. */
export function isSameSide(view: BalanceView, comparison: FilterComparison): boolean {
  const team = comparedTeam(comparison);
  if (team === null) return Object.keys(activeFilters(view)).length === 0;
  return view.team?.length === 1 && view.team[0] === team;
}
