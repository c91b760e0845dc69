import { addToRun, finishRun } from "@/db/queries/runs";
import { recordSuccess } from "@/db/queries/sources";
import { advanceWalk, deleteWalk, findWalk, replaceWalk, setWalkTotal } from "@/db/queries/walks";
import type { WalkRow } from "@/db/schema";
import type { CollectedPage } from "@/lib/connectors/connector";
import { UpstreamError } from "@/lib/errors";
import { planWalk, watermarkAfter } from "./plan-walk";
import { removeUnseen } from "./remove-unseen";
import { storeRecords } from "./store-records";
import { LostRunError, type SyncJob } from "./sync-job";

/**
 * One run of one source, to its end: walk, store page by page, find what is gone, set the watermark.
 * Each page commits with its checkpoint, so a killed run goes on after the last stored page.
 * Rejects with what stopped it; everything stored before that stays.
 */
export async function runSync(job: SyncJob): Promise<void> {
  const walk = await beginOrResume(job);
  try {
    await collect(job, walk);
  } catch (error) {
    if (!(error instanceof UpstreamError && error.reason === "cursor_expired")) throw error;
    // The tracker forgot where we were. Walking again from the start loses nothing.
    await replaceWalk(job.db, { ...walk, checkpoint: null, fetched: 0 });
    await collect(job, { ...walk, checkpoint: null, fetched: 0 });
  }
  if (walk.mode === "full") await removeUnseen(job, walk);
  await complete(job, walk);
}

async function beginOrResume({ db, run, source, now }: SyncJob): Promise<WalkRow> {
  const key = { workspaceId: source.workspaceId, sourceId: source.id };
  const unfinished = await findWalk(db, key);
  const plan = planWalk({ mode: run.mode, unfinished, watermark: source.watermark });
  if (plan.action === "resume" && unfinished) return unfinished;
  const walk: WalkRow = {
    ...key,
    id: crypto.randomUUID(),
    mode: run.mode,
    since: plan.action === "begin" ? plan.since : source.watermark,
    startedAt: now(),
    checkpoint: null,
    fetched: 0,
    total: null,
  };
  await replaceWalk(db, walk);
  return walk;
}

async function collect(job: SyncJob, walk: WalkRow): Promise<void> {
  const { connector, db, signal } = job;
  if (walk.since === null && walk.total === null) {
    const total = await connector.estimateTotal(signal);
    if (total !== null) await setWalkTotal(db, walk, total);
  }
  const { since, checkpoint } = walk;
  for await (const page of connector.collect({ since, checkpoint, signal })) {
    signal.throwIfAborted();
    await storePage(job, walk, page);
  }
}

async function storePage(job: SyncJob, walk: WalkRow, page: CollectedPage): Promise<void> {
  const { db, run, source, connector } = job;
  await db.transaction(async (tx) => {
    const stored = await storeRecords(tx, connector.map, {
      workspaceId: source.workspaceId,
      productId: source.productId,
      sourceId: source.id,
      walkId: walk.mode === "full" ? walk.id : null,
      records: page.records,
      at: job.now(),
    });
    const fetched = page.records.length;
    // Last, so that the run's row is locked for as short as possible; a lost run rolls all back.
    await advanceWalk(tx, walk, { checkpoint: page.next, fetched });
    if (!(await addToRun(tx, run, { fetched, removed: 0, ...stored }))) throw new LostRunError();
  });
}

async function complete(job: SyncJob, walk: WalkRow): Promise<void> {
  const { db, run, source, now } = job;
  await db.transaction(async (tx) => {
    const at = now();
    const key = { workspaceId: source.workspaceId, sourceId: source.id };
    await deleteWalk(tx, key);
    const watermark = watermarkAfter(walk.startedAt);
    await recordSuccess(tx, { ...key, watermark, at, nextRunAt: job.nextRunAt(at) });
    const end = { state: "succeeded" as const, finishedAt: at, error: null };
    if (!(await finishRun(tx, run, end))) throw new LostRunError();
  });
}
