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
  // In the order in which they came; what stands before `first` was dropped.
  const line: ChartedCategory[] = [];
  let first = 0;
  let ahead = moves.reduce((sum, { left }) => sum + left, 0);
  const came = noCounts();
  const given = noCounts();
  const waiting = noCounts();
  return weeks.map((week, index) => {
    const move = moves[index] ?? { came: 0, left: 0 };
    const [added, dropped] = [noCounts(), noCounts()];
    for (const category of chartedCategories) came[category] += week.arrivals[category];
    const room = ahead - (line.length - first);
    for (let left = Math.min(move.came, room); left > 0; left -= 1) {
      const category = mostLacking(came, given);
      for (const counts of [given, added, waiting]) counts[category] += 1;
      line.push(category);
    }
    for (const end = Math.min(first + move.left, line.length); first < end; first += 1) {
      const category = line[first] ?? "unclassified";
      dropped[category] += 1;
      waiting[category] -= 1;
    }
    ahead -= move.left;
    return {
      ...week,
      arrivals: sumOf(week.arrivals, added),
      dropped: sumOf(week.dropped, dropped),
      open: sumOf(week.open, waiting),
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

function sumOf(one: Counts, other: Counts): Counts {
  const sum = { ...one };
  for (const category of chartedCategories) sum[category] += other[category];
  return sum;
}
