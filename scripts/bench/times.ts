import { sql } from "drizzle-orm";
import type { Database, Db } from "@/db/client";

const slowMs = 2000;
const mostMs = 60_000;

/** Milliseconds of so many turns, after one that nobody counts. */
export async function timesOf(rounds: number, work: () => PromiseLike<unknown>): Promise<number[]> {
  await work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timeOf(work));
  return times;
}

/**
 * Milliseconds of what is compared with: a few turns, one where it takes seconds, and none where the
 * server gives it up after a minute.
 */
export async function comparedTimes(
  { db, kind }: Database,
  work: (db: Db) => PromiseLike<unknown>,
): Promise<number[]> {
  try {
    return await db.transaction(async (tx) => {
      if (kind === "server") {
        await tx.execute(sql.raw(`set local statement_timeout = ${mostMs}`));
      }
      const first = await timeOf(() => work(tx));
      return first > slowMs ? [first] : await timesOf(2, () => work(tx));
    });
  } catch (error) {
    if (isGivenUp(error)) return [];
    throw error;
  }
}

async function timeOf(work: () => PromiseLike<unknown>): Promise<number> {
  const beganAt = performance.now();
  await work();
  return performance.now() - beganAt;
}

/** `query_canceled`, as the driver tells it, in whatever it is wrapped. */
function isGivenUp(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === "57014") || isGivenUp(error.cause);
}
