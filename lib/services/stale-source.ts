import type { RunRow, SourceRow } from "@/db/schema";
import type { Stale } from "@/lib/contracts/sources";

const minuteMs = 60_000;

type SourceTimes = Pick<SourceRow, "kind" | "name" | "lastSuccessAt">;
type LatestRun = Pick<RunRow, "state" | "error" | "pausedUntil">;

/**
 * Why a source's copy is older than it should be: its last run failed, or none has succeeded for
 * more than two intervals. Null where it is fresh, and while a first sync is only under way.
 */
export function staleOf(
  source: SourceTimes,
  run: LatestRun | null,
  { now, intervalMinutes }: { now: Date; intervalMinutes: number },
): Stale | null {
  const { lastSuccessAt } = source;
  const since = lastSuccessAt?.toISOString() ?? null;
  if (run?.state === "failed") return { since, why: run.error ?? "The last sync failed." };
  if (source.kind === "sample") return null;
  const ageMs = lastSuccessAt === null ? 0 : now.getTime() - lastSuccessAt.getTime();
  const isPaused = run?.state === "queued" && run.pausedUntil !== null;
  if (isPaused && (lastSuccessAt === null || ageMs > intervalMinutes * minuteMs)) {
    return { since, why: run.error ?? "The tracker's rate limit is used up." };
  }
  if (ageMs <= (2 * intervalMinutes + 5) * minuteMs) return null;
  return { since, why: run && run.state !== "succeeded" ? slow : unstarted };
}

const slow = "A sync is under way and takes longer than usual.";
const unstarted = "No sync has begun for a while: the server was not running, or has no room.";

/** The stalest of a product's sources, naming it; null where all are fresh. */
export function staleOfProduct(sources: { name: string; stale: Stale | null }[]): Stale | null {
  const stale = sources.flatMap(({ name, stale: one }) =>
    one ? [{ since: one.since, why: `${name}: ${one.why}` }] : [],
  );
  const [oldest] = stale.sort((a, b) => ((a.since ?? "") < (b.since ?? "") ? -1 : 1));
  return oldest ?? null;
}
