import { findWalk, replaceWalk } from "@/db/queries/walks";
import type { WalkRow } from "@/db/schema";
import { canResume, sinceOf } from "./plan-walk";
import type { SyncJob } from "./sync-job";
import { whileHeld } from "./while-held";

/** The walk that a run goes on with, or a new one. */
export async function beginOrResumeWalk(job: SyncJob): Promise<WalkRow> {
  const { run, source } = job;
  const unfinished = await findWalk(job.db, {
    workspaceId: source.workspaceId,
    sourceId: source.id,
  });
  // Before the first page, as the fingerprint: what changes meanwhile is left to the next walk.
  const startedAt = job.now();
  const reread = { rereadAfter: source.rereadAfter, now: startedAt };
  if (unfinished && canResume(run, unfinished, reread)) return unfinished;
  const fingerprint = (await job.connector.fingerprint?.(job.signal)) ?? null;
  const since = sinceOf({ mode: run.mode, source, fingerprint, now: startedAt });
  const walk: WalkRow = {
    workspaceId: source.workspaceId,
    sourceId: source.id,
    id: crypto.randomUUID(),
    mode: since === null ? "full" : "incremental",
    since,
    startedAt,
    fingerprint,
    checkpoint: null,
    walkedAt: null,
    restarts: 0,
    fetched: 0,
    total: null,
  };
  await whileHeld(job, (tx) => replaceWalk(tx, walk));
  return walk;
}
