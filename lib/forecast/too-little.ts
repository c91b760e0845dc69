import { chartedCategories } from "@/lib/domain/category";
import type { HistoryWeek } from "./history-week";

const fewestWeeks = 26;
const fewestItems = 10;

/** Why these weeks say too little to look ahead, in a sentence; null where they say enough. */
export function tooLittle(window: readonly HistoryWeek[]): string | null {
  if (window.every(({ arrivals }) => sumOf(arrivals) === 0)) {
    return "Nothing was opened in the weeks a forecast would draw from.";
  }
  if (window.length < fewestWeeks) {
    const weeks = window.length === 1 ? "week" : "weeks";
    return `There ${window.length === 1 ? "is" : "are"} ${window.length} whole ${weeks} of history. A forecast needs at least ${fewestWeeks}.`;
  }
  const came = total(window, "arrivals");
  const went = total(window, "completions");
  if (came >= fewestItems && went >= fewestItems) return null;
  return `Of the last ${window.length} weeks ${came} opened and ${went} completed items are known. A forecast needs at least ${fewestItems} of each.`;
}

function total(window: readonly HistoryWeek[], flow: "arrivals" | "completions"): number {
  return window.reduce((sum, week) => sum + sumOf(week[flow]), 0);
}

function sumOf(counts: HistoryWeek["arrivals"]): number {
  return chartedCategories.reduce((sum, category) => sum + counts[category], 0);
}
