import type { AgreedShares } from "@/lib/domain/agreement";
import { balanceCategories, chartedCategories } from "@/lib/domain/category";
import type { HistoryWeek } from "./history-week";

export const lines = chartedCategories.length;

/** What a drawn week does to the stock: arrays of `week * lines + line`, in items. */
export type Flows = {
  weeks: number;
  arrivals: Float64Array;
  dropped: Float64Array;
  /** What each category gets of the week's capacity: all that was completed in it. */
  parts: Float64Array;
};

/**
 * The flows of the weeks as they were; with `shares`, what was completed of the four categories in
 * a week is divided anew by them. What is unclassified keeps what it had: it is not split.
 */
export function flowsOf(window: readonly HistoryWeek[], shares: AgreedShares | null): Flows {
  const parts = shares && partsOf(window, shares);
  const flows = {
    weeks: window.length,
    arrivals: new Float64Array(window.length * lines),
    dropped: new Float64Array(window.length * lines),
    parts: new Float64Array(window.length * lines),
  };
  for (const [index, { arrivals, completions, dropped }] of window.entries()) {
    const capacity = balanceCategories.reduce((sum, category) => sum + completions[category], 0);
    for (const [line, category] of chartedCategories.entries()) {
      const at = index * lines + line;
      flows.arrivals[at] = arrivals[category];
      flows.dropped[at] = dropped[category];
      const isSplit = parts !== null && category !== "unclassified";
      flows.parts[at] = isSplit ? capacity * parts[category] : completions[category];
    }
  }
  return flows;
}

/** Of 1. Upkeep that is agreed as one is divided as it was in these weeks, or evenly if it was none. */
function partsOf(window: readonly HistoryWeek[], shares: AgreedShares) {
  const feature = shares.feature / 100;
  if (!("upkeep" in shares)) {
    const { maintenance, rewrite, tech_debt } = shares;
    const upkeep = { maintenance: maintenance / 100, rewrite: rewrite / 100 };
    return { feature, ...upkeep, tech_debt: tech_debt / 100 };
  }
  const done = (category: "maintenance" | "rewrite" | "tech_debt") =>
    window.reduce((sum, { completions }) => sum + completions[category], 0);
  const all = done("maintenance") + done("rewrite") + done("tech_debt");
  const part = (category: "maintenance" | "rewrite" | "tech_debt") =>
    (all > 0 ? done(category) / all : 1 / 3) * (shares.upkeep / 100);
  return {
    feature,
    maintenance: part("maintenance"),
    rewrite: part("rewrite"),
    tech_debt: part("tech_debt"),
  };
}
