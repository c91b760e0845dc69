import { finishRun } from "@/db/queries/runs";
import { lockSource, recordSuccess } from "@/db/queries/sources";
import { deleteWalk } from "@/db/queries/walks";
import type { SourceRow, WalkRow } from "@/db/schema";
import { beginOrResumeWalk } from "./begin-walk";
import { collectPages } from "./collect-pages";
import { deriveAgain } from "./derive-again";
import { escapes, watermarkAfter } from "./plan-walk";
import { removeUnseen } from "./remove-unseen";
import { LostRunError, type SyncJob } from "./sync-job";
import { dueAfterWake } from "./wake";

/**
 * One run of one source, to its end: derive again where the mapping changed, walk, store page by
 * page, find what is gone, set the watermark. Every step commits what it did with where it is, so a
 * killed run goes on there. Rejects with what stopped it; everything stored before that stays.
 */
export async function runSync(job: SyncJob): Promise<void> {
  await deriveAgain(job);
  const walk = await beginOrResumeWalk(job);
  await collectPages(job, walk);
  if (walk.since === null) await removeUnseen(job, walk);
  await complete(job, walk);
}

async function complete(job: SyncJob, walk: WalkRow): Promise<void> {
  const { db, run, source, now } = job;
  await db.transaction(async (tx) => {
    const at = now();
    const key = { workspaceId: source.workspaceId, sourceId: source.id };
    const present = await lockSource(tx, key);
    if (!present) throw new LostRunError();
    const isToReread = escapes(present.rereadAfter, walk.startedAt, at);
    const isAsked = isToReread || !isReadAsBefore(source, present);
    const isWoken = escapes(present.wokenAt, walk.startedAt, at);
    await deleteWalk(tx, key);
    await recordSuccess(tx, {
      ...key,
      watermark: watermarkAfter(walk.startedAt),
      at,
      nextRunAt: isAsked ? at : isWoken ? dueAfterWake(at, at) : job.nextRunAt(at),
      complete: walk.since === null && !isToReread,
      fingerprint: walk.fingerprint,
    });
    const end = { state: "succeeded" as const, finishedAt: at, error: null };
    if (!(await finishRun(tx, run, end))) throw new LostRunError();
  });
}

/** False where a person changed how the source is read while it was: it is due again at once. */
function isReadAsBefore(before: SourceRow, now: SourceRow): boolean {
  return (
    before.count === now.count &&
    before.credential === now.credential &&
    JSON.stringify(before.settings) === JSON.stringify(now.settings)
  );
}
