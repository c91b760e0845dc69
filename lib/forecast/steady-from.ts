import type { ForecastCell, ForecastLine } from "@/lib/domain/forecast";

/** In so many runs it has to hold before it is said. */
const often = 0.7;
/** The part of the weeks ahead that must follow, so that the end of the view is no turning point. */
const restToSee = 0.25;

/** `chance`: part of the runs in which the stock was never higher after `week`. */
export type Steady = { week: number | null; chance: number };

/**
 * The week from which a stock grows no more: the first after which at least seven in ten runs never
 * exceed what they had reached, a quarter of the weeks at least being left to see it. Week null: there
 * is none; its chance is that of the last week that could have been.
 */
export function steadyFrom(cells: readonly ForecastCell[], line: ForecastLine): Steady {
  const own = cells.filter((cell) => cell.line === line);
  const latest = Math.floor(own.length * (1 - restToSee));
  const seen = own.filter(({ week }) => week <= latest);
  const found = seen.find(({ peaked }) => peaked >= often);
  if (found) return { week: found.week, chance: found.peaked };
  return { week: null, chance: seen.at(-1)?.peaked ?? 0 };
}
