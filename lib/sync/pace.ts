import type { RunRow, WalkRow } from "@/db/schema";

/** Shorter than this tells no pace. */
const shortestMs = 3_000;

/**
 * How many seconds a walk still takes at the pace of its present run; null where the end or the
 * pace is not known, which it is not while a run waits.
 */
export function secondsLeft(
  run: Pick<RunRow, "state" | "claimedAt" | "fetched" | "fetchedAtClaim">,
  walk: Pick<WalkRow, "total" | "fetched" | "walkedAt"> | null,
  now: Date,
): number | null {
  if (run.state !== "running" || run.claimedAt === null) return null;
  if (walk === null || walk.total === null || walk.walkedAt !== null) return null;
  const elapsedMs = now.getTime() - run.claimedAt.getTime();
  const read = run.fetched - run.fetchedAtClaim;
  if (elapsedMs < shortestMs || read <= 0) return null;
  const left = Math.max(walk.total - walk.fetched, 0);
  return Math.ceil((left * elapsedMs) / read / 1000);
}
