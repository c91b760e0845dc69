import type { AgreedShares } from "@/lib/domain/agreement";
import { chartedCategories } from "@/lib/domain/category";
import { type ForecastCell, forecastLines, type StockRange } from "@/lib/domain/forecast";
import { flowsOf } from "./flows";
import type { HistoryWeek } from "./history-week";
import { type Simulated, simulate } from "./simulate";
import { tooLittle } from "./too-little";

export type ForecastQuestion = {
  /** The weeks to draw from, the latest last: its stock is what the forecast begins with. */
  window: readonly HistoryWeek[];
  /** How completions are to be divided; null: as they were. */
  shares: AgreedShares | null;
  weeks: number;
  runs: number;
};

/**
 * The open stock of each line at the end of each week ahead, in whole items; pauses as `simulate` does.
 * The same question always gives the same cells; none where the history is too little.
 */
export function* forecast(question: ForecastQuestion): Generator<undefined, ForecastCell[]> {
  const { window, shares, weeks, runs } = question;
  const last = window.at(-1);
  if (last === undefined || tooLittle(window) !== null) return [];
  const start = chartedCategories.map((category) => last.open[category]);
  const flows = flowsOf(window, shares);
  const simulated = yield* simulate({ flows, start, weeks, runs });
  const cells: ForecastCell[] = [];
  for (const [index, line] of forecastLines.entries()) {
    const peaks = simulated.peaks.subarray(index * runs, (index + 1) * runs);
    for (let week = 0; week < weeks; week++) {
      yield;
      const stocks = sortedStocks(simulated, { line: index, week, weeks, runs });
      const peaked = peaks.reduce((count, peak) => count + Number(peak <= week + 1), 0) / runs;
      cells.push({ week: week + 1, line, ...rangeOf(stocks), peaked });
    }
  }
  return cells;
}

/** The stocks of all runs at the end of a week, ascending. */
export function sortedStocks(
  { stocks }: Simulated,
  { line, week, weeks, runs }: { line: number; week: number; weeks: number; runs: number },
): Float64Array {
  const from = (line * weeks + week) * runs;
  return stocks.slice(from, from + runs).sort();
}

/** In whole items: what is divided by shares comes out in parts of them. */
export function rangeOf(ascending: Float64Array): StockRange {
  const at = (part: number) => Math.round(ascending[Math.ceil(part * ascending.length) - 1] ?? 0);
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9) };
}
