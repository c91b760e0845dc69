import { sharesText } from "@/lib/agreements/shares-text";
import { forecastLines } from "@/lib/domain/forecast";
import { csvRow } from "./csv";
import type { Forecast } from "./forecast";

const columns = ["start", "end", "shares", "line", "p10", "p50", "p90"];

/**
 * A forecast as a file: the open items of each line at the end of each week ahead. `shares` is empty
 * where completions are divided as they were. No line where the history is too little.
 */
export function forecastCsv({ forecast, shares }: Forecast): string {
  const divided = shares && sharesText(shares);
  const lines = (forecast?.weeks ?? []).flatMap(({ start, end, stock }) =>
    forecastLines.map((line) => {
      const { p10, p50, p90 } = stock[line];
      return csvRow([start, end, divided, line, p10, p50, p90]);
    }),
  );
  return csvRow(columns) + lines.join("");
}
