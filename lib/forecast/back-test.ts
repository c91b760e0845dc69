import { chartedCategories } from "@/lib/domain/category";
import {
  type BackTestCell,
  checkedHorizons,
  type ForecastLine,
  forecastLines,
  weeksDrawnFrom,
} from "@/lib/domain/forecast";
import { flowsOf } from "./flows";
import { rangeOf, sortedStocks } from "./forecast";
import type { HistoryWeek } from "./history-week";
import { type Simulated, simulate } from "./simulate";
import { tooLittle } from "./too-little";

const weeks = Math.max(...checkedHorizons);

/** Weeks at whose ends a forecast would have been made. */
export type BackTest = { cells: BackTestCell[]; forecasts: number; withheld: number };

/**
 * Makes the forecast at the end of every week of the past from what came before it alone, and counts
 * how often the stock that came true lay in its band, ends included; pauses as `simulate` does. A line
 * without anything open or opened is no case: nothing was said about it. Where the forecast would have
 * been refused it is withheld.
 */
export function* backTest(
  history: readonly HistoryWeek[],
  { runs }: { runs: number },
): Generator<undefined, BackTest> {
  const cells = checkedHorizons.flatMap((horizon) =>
    forecastLines.map((line) => empty(horizon, line)),
  );
  let forecasts = 0;
  let withheld = 0;
  const lastOrigin = history.length - 1 - Math.min(...checkedHorizons);
  for (let origin = 0; origin <= lastOrigin; origin++) {
    const window = history.slice(Math.max(0, origin + 1 - weeksDrawnFrom), origin + 1);
    if (tooLittle(window) !== null) {
      withheld += 1;
      continue;
    }
    forecasts += 1;
    const start = chartedCategories.map((category) => window.at(-1)?.open[category] ?? 0);
    const simulated = yield* simulate({ flows: flowsOf(window, null), start, weeks, runs });
    for (const cell of cells) {
      const real = history[origin + cell.weeks];
      if (real && isTold(window, cell.line)) judge(cell, simulated, { real, runs });
    }
    yield;
  }
  const told = cells.map((cell) => ({ ...cell, claimed: cell.claimed / Math.max(1, cell.cases) }));
  return { cells: told, forecasts, withheld };
}

function empty(horizon: BackTestCell["weeks"], line: ForecastLine): BackTestCell {
  return { weeks: horizon, line, cases: 0, inside: 0, below: 0, above: 0, claimed: 0 };
}

/** Adds one case to a cell, whose `claimed` is a sum meanwhile. */
function judge(
  cell: BackTestCell,
  simulated: Simulated,
  { real, runs }: { real: HistoryWeek; runs: number },
): void {
  const line = forecastLines.indexOf(cell.line);
  const ascending = sortedStocks(simulated, { line, week: cell.weeks - 1, weeks, runs });
  const { p10, p90 } = rangeOf(ascending);
  const open = openOf(real, cell.line);
  cell.cases += 1;
  if (open < p10) cell.below += 1;
  else if (open > p90) cell.above += 1;
  else cell.inside += 1;
  const within = ascending.filter((one) => Math.round(one) >= p10 && Math.round(one) <= p90);
  cell.claimed += within.length / runs;
}

function isTold(window: readonly HistoryWeek[], line: ForecastLine): boolean {
  if (line === "together") return true;
  return (window.at(-1)?.open[line] ?? 0) > 0 || window.some(({ arrivals }) => arrivals[line] > 0);
}

function openOf({ open }: HistoryWeek, line: ForecastLine): number {
  if (line !== "together") return open[line];
  return chartedCategories.reduce((sum, category) => sum + open[category], 0);
}
