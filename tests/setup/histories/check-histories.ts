import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { type History, historyOf } from "./history";
import { type Played, playHistory } from "./play";
import type { Tracker } from "./trackers";

/**
 * Plays the histories of so many seeds, from one on. Throws at the first whose store is not that of
 * a clean full sync: with its seed, and the fewest of its steps that still show it.
 */
export async function checkHistories(
  db: Db,
  tracker: Tracker,
  { seed: first, count }: { seed: number; count: number },
): Promise<void> {
  // Nothing here outlives the test: what is committed need not have reached a disk.
  await db.execute(sql`set synchronous_commit = off`);
  for (let seed = first; seed < first + count; seed++) {
    const history = historyOf(seed);
    const played = await playHistory(db, tracker, history);
    if (played.wrong.length === 0) continue;
    const fewest = await shortened(db, tracker, { history, played });
    throw new Error(report(tracker, seed, fewest));
  }
}

/** The same history with every step left out that is not needed for something to go wrong. */
async function shortened(
  db: Db,
  tracker: Tracker,
  failing: { history: History; played: Played },
): Promise<Played> {
  let { history, played } = failing;
  for (const step of history.steps.toReversed()) {
    const without = { ...history, steps: history.steps.filter((one) => one !== step) };
    const again = await playHistory(db, tracker, without);
    if (again.wrong.length > 0) [history, played] = [without, again];
  }
  return played;
}

const mostShown = 4000;

function report(tracker: Tracker, seed: number, { lines, wrong }: Played): string {
  return [
    `The history of seed ${seed} leaves another store than a clean full sync. To see it again:`,
    `  npm run test:histories -- --tracker ${tracker} --seed ${seed} --count 1`,
    ...lines,
    "What is wrong:",
    wrong.join("\n").slice(0, mostShown),
  ].join("\n");
}
