import { dayNumber, dayText } from "@/lib/balance/day-number";
import type { ForecastCell, ForecastLine, StockRange } from "@/lib/domain/forecast";
import { ofLines } from "./of-lines";

/** Days, both included, and what will be open at the end of the last. */
export type WeekAhead = { start: string; end: string; stock: Record<ForecastLine, StockRange> };

/** The weeks of a forecast, the first following on `lastDay`. */
export function weeksAhead(cells: readonly ForecastCell[], lastDay: string): WeekAhead[] {
  const byWeek = new Map<number, Map<ForecastLine, StockRange>>();
  for (const { week, line, p10, p50, p90 } of cells) {
    const lines = byWeek.get(week) ?? new Map<ForecastLine, StockRange>();
    byWeek.set(week, lines.set(line, { p10, p50, p90 }));
  }
  const before = dayNumber(lastDay);
  return [...byWeek].map(([week, lines]) => ({
    start: dayText(before + 7 * week - 6),
    end: dayText(before + 7 * week),
    stock: ofLines((line) => lines.get(line) ?? { p10: 0, p50: 0, p90: 0 }),
  }));
}
