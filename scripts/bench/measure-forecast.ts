import { performance } from "node:perf_hooks";
import type { BackTestCell } from "@/lib/domain/forecast";
import {
  checkedHorizons,
  forecastLines,
  mostWeeksAhead,
  weeksDrawnFrom,
} from "@/lib/domain/forecast";
import { backTest } from "@/lib/forecast/back-test";
import { forecast } from "@/lib/forecast/forecast";
import { type Recorded, recordedHistories } from "./recorded-history";

const runs = 1_000;

/**
 * `npm run bench:forecast`: how often the bands of forecasts made at the end of every week of the
 * recorded histories held what came true, and how long one forecast takes. Says so and ends where
 * there are no recordings.
 */
export function measureForecast(root: string): void {
  const recorded = recordedHistories(root);
  if (recorded === null) {
    console.log("Nothing is measured: there is no ../shared/recorded.");
    return;
  }
  const all: { group: string; cells: BackTestCell[] }[] = [];
  console.log(`all categories together | forecasts | ${checkedHorizons.join(", ")} weeks later`);
  for (const { group, name, history } of recorded) {
    const { cells, forecasts, withheld } = finished(backTest(history, { runs }));
    all.push({ group, cells });
    const made = `${forecasts} of ${forecasts + withheld}`;
    console.log(`${group}: ${name} | ${made} | ${sharesOf(cells, ["together"])}`);
  }
  for (const group of new Set(all.map((one) => one.group))) {
    const cells = all.flatMap((one) => (one.group === group ? one.cells : []));
    console.log(`\n${group}`);
    for (const line of forecastLines) console.log(`${line} | ${sharesOf(cells, [line])}`);
  }
  console.log("");
  measureSpeed(recorded);
}

/** `inside (claimed), cases` at each horizon. */
function sharesOf(cells: readonly BackTestCell[], lines: readonly string[]): string {
  return checkedHorizons
    .map((weeks) => {
      const own = cells.filter((cell) => cell.weeks === weeks && lines.includes(cell.line));
      const cases = own.reduce((sum, cell) => sum + cell.cases, 0);
      if (cases === 0) return "no case";
      const inside = own.reduce((sum, cell) => sum + cell.inside, 0) / cases;
      const claimed = own.reduce((sum, cell) => sum + cell.claimed * cell.cases, 0) / cases;
      return `${percent(inside)} (${percent(claimed)}), ${cases}`;
    })
    .join(" | ");
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

function measureSpeed(recorded: readonly Recorded[]): void {
  const longest = recorded.reduce((most, one) =>
    one.history.length > most.history.length ? one : most,
  );
  const window = longest.history.slice(-weeksDrawnFrom * 3, -weeksDrawnFrom * 2);
  const question = { window, weeks: mostWeeksAhead, runs: 10_000 };
  for (const shares of [null, { feature: 50, maintenance: 30, rewrite: 10, tech_debt: 10 }]) {
    const slices: number[] = [];
    const steps = forecast({ ...question, shares });
    let done = false;
    while (!done) {
      const before = performance.now();
      done = steps.next().done === true;
      slices.push(performance.now() - before);
    }
    const ms = slices.reduce((sum, slice) => sum + slice, 0);
    console.log(
      `10,000 runs of 26 weeks, ${shares ? "divided by shares" : "as it was"}: ${Math.round(ms)} ms, longest slice ${Math.max(...slices).toFixed(1)} ms`,
    );
  }
}

function finished<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
