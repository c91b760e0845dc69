import type { Counts } from "@/lib/domain/balance";

/** What moved the open stock in a week, and what it came to; in items. */
export type HistoryWeek = {
  start: string;
  end: string;
  /** Opened; also what was reopened, where that is more than what left. */
  arrivals: Counts;
  /** What left the stock as work: closed, or gone. */
  completions: Counts;
  /** What left it and was no work in the end: not planned, a duplicate, invalid. */
  dropped: Counts;
  /** At the end of the week: before it, plus arrivals, minus completions, minus dropped. */
  open: Counts;
};

export function noCounts(): Counts {
  return { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0, unclassified: 0 };
}
