import { randomBelow } from "@/lib/classify/model/fit-margin";
import { mostWeeksAhead } from "@/lib/domain/forecast";
import { complete } from "./complete";
import { type Flows, lines } from "./flows";

/** Runs between two points at which others may go on: some milliseconds. */
const runsAtOnce = 100;
/** The same for every question: what two answers differ in is then never the luck of the draw. */
const seed = 6;

export type SimulationQuestion = {
  flows: Flows;
  /** Open items of each category to begin with. */
  start: readonly number[];
  weeks: number;
  runs: number;
};

export type Simulated = {
  /** Open items at the end of each week in each run: `(line * weeks + week) * runs + run`. */
  stocks: Float64Array;
  /** The first week of each run with the highest stock, 0 being the start: `line * runs + run`. */
  peaks: Uint8Array;
  /** Capacity that nothing was left for, by run, over all weeks. */
  unused: Float64Array;
};

/**
 * Simulates the open stock week by week, pausing (`yield`) so that a server can answer others.
 * Lines are the categories, and after them all of them together.
 *
 * Each week of a run repeats one that was drawn: with equal chance one of the history's weeks or one
 * of those that this run drew before (Pólya's urn). That is a draw from the Bayesian bootstrap's
 * predictive distribution (D. B. Rubin, Annals of Statistics 9(1), 1981; A. Y. Lo, Annals of Statistics
 * 16(4), 1988), so the band holds both how weeks vary and how little a year of them tells of the mean.
 * Whole weeks keep arrivals, completions and categories as they go together. A run's draws do not
 * depend on how many weeks are asked for.
 */
export function* simulate(question: SimulationQuestion): Generator<undefined, Simulated> {
  const { runs, weeks } = question;
  const random = randomBelow(seed);
  const drawn = new Uint16Array(mostWeeksAhead);
  const simulated = {
    stocks: new Float64Array((lines + 1) * weeks * runs),
    peaks: new Uint8Array((lines + 1) * runs),
    unused: new Float64Array(runs),
  };
  for (let run = 0; run < runs; run++) {
    if (run > 0 && run % runsAtOnce === 0) yield;
    drawWeeks(drawn, question.flows.weeks, random);
    simulateRun(question, { run, drawn }, simulated);
  }
  return simulated;
}

function drawWeeks(drawn: Uint16Array, weeks: number, random: (below: number) => number): void {
  for (let week = 0; week < drawn.length; week++) {
    const ball = random(weeks + week);
    drawn[week] = ball < weeks ? ball : (drawn[ball - weeks] ?? 0);
  }
}

function simulateRun(
  { flows, start, weeks, runs }: SimulationQuestion,
  { run, drawn }: { run: number; drawn: Uint16Array },
  { stocks, peaks, unused }: Simulated,
): void {
  const stock = Float64Array.from(start);
  const highest = Float64Array.of(...start, sumOf(stock));
  for (let week = 0; week < weeks; week++) {
    const from = (drawn[week] ?? 0) * lines;
    for (let line = 0; line < lines; line++) {
      const before = (stock[line] ?? 0) + (flows.arrivals[from + line] ?? 0);
      stock[line] = Math.max(0, before - (flows.dropped[from + line] ?? 0));
    }
    const lost = complete(stock, flows.parts, from);
    unused[run] = (unused[run] ?? 0) + lost;
    for (let line = 0; line <= lines; line++) {
      const open = line < lines ? (stock[line] ?? 0) : sumOf(stock);
      stocks[(line * weeks + week) * runs + run] = open;
      if (open <= (highest[line] ?? 0)) continue;
      highest[line] = open;
      peaks[line * runs + run] = week + 1;
    }
  }
}

function sumOf(stock: Float64Array): number {
  let sum = 0;
  for (let line = 0; line < stock.length; line++) sum += stock[line] ?? 0;
  return sum;
}
