import type { Counts } from "@/lib/domain/balance";
import { type ChartedCategory, chartedCategories } from "@/lib/domain/category";
import { type HistoryWeek, noCounts } from "./history-week";

/** Of a week: what came in and was dropped sooner or later, and what was dropped in it. */
type DroppedMoves = { came: number; left: number };

/**
 * Puts what was dropped back among the open work until it was. Which category it had before nobody
 * knows any more: it is divided as all that had come in by then, and the oldest is dropped first.
 * What is left of it after the last week is not put back, so that the stock of that week stays.
 */
export function putBack(
  weeks: readonly HistoryWeek[],
  moves: readonly DroppedMoves[],
): HistoryWeek[] {
  let waiting: ChartedCategory[] = [];
  let ahead = moves.reduce((sum, { left }) => sum + left, 0);
  const came = noCounts();
  const given = noCounts();
  return weeks.map((week, index) => {
    const move = moves[index] ?? { came: 0, left: 0 };
    for (const category of chartedCategories) came[category] += week.arrivals[category];
    const added = Array.from({ length: Math.min(move.came, ahead - waiting.length) }, () => {
      const category = mostLacking(came, given);
      given[category] += 1;
      return category;
    });
    const all = [...waiting, ...added];
    const dropped = all.slice(0, move.left);
    waiting = all.slice(move.left);
    ahead -= move.left;
    return {
      ...week,
      arrivals: withAdded(week.arrivals, added),
      dropped: withAdded(week.dropped, dropped),
      open: withAdded(week.open, waiting),
    };
  });
}

/** Whose part of what was given lags most behind its part of what came. */
function mostLacking(came: Counts, given: Counts): ChartedCategory {
  const all = totalOf(came);
  if (all === 0) return "unclassified";
  const next = totalOf(given) + 1;
  const lack = (category: ChartedCategory) => (next * came[category]) / all - given[category];
  return chartedCategories.reduce((most, one) => (lack(one) > lack(most) ? one : most));
}

function totalOf(counts: Counts): number {
  return chartedCategories.reduce((sum, category) => sum + counts[category], 0);
}

function withAdded(counts: Counts, added: readonly ChartedCategory[]): Counts {
  const sum = { ...counts };
  for (const category of added) sum[category] += 1;
  return sum;
}
