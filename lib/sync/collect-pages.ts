import { addToRun } from "@/db/queries/runs";
import { refreshStatistics } from "@/db/queries/statistics";
import { advanceWalk, deleteWalk, replaceWalk, setWalkTotal } from "@/db/queries/walks";
import type { WalkRow } from "@/db/schema";
import type { CollectedPage } from "@/lib/connectors/connector";
import { UpstreamError } from "@/lib/errors";
import { hasDoubled } from "./growth";
import { storeRecords } from "./store-records";
import { LostRunError, type SyncJob } from "./sync-job";
import { whileHeld } from "./while-held";

const mostRestarts = 2;

/**
 * Walks from the checkpoint to the end; each page commits with the checkpoint after it. Where the
 * tracker no longer knows the checkpoint, the walk begins again, which loses nothing, but not for
 * ever: a tracker that forgets every checkpoint ends the run.
 */
export async function collectPages(job: SyncJob, walk: WalkRow): Promise<void> {
  let current = walk;
  for (;;) {
    try {
      if (current.walkedAt === null) await collect(job, current);
      return;
    } catch (error) {
      if (!(error instanceof UpstreamError && error.reason === "cursor_expired")) throw error;
      if (current.restarts >= mostRestarts) {
        await whileHeld(job, (tx) => deleteWalk(tx, walk));
        throw error;
      }
      const again = { ...current, checkpoint: null, fetched: 0, restarts: current.restarts + 1 };
      await whileHeld(job, (tx) => replaceWalk(tx, again));
      current = again;
    }
  }
}

async function collect(job: SyncJob, walk: WalkRow): Promise<void> {
  const { connector, db, signal } = job;
  if (walk.since === null && walk.total === null) {
    const total = await connector.estimateTotal(signal);
    if (total !== null) await setWalkTotal(db, walk, total);
  }
  const { since, checkpoint } = walk;
  let { fetched } = walk;
  for await (const page of connector.collect({ since, checkpoint, signal })) {
    signal.throwIfAborted();
    await storePage(job, walk, page);
    const before = fetched;
    fetched += page.records.length;
    if (hasDoubled(before, fetched)) await refreshStatistics(db);
  }
}

async function storePage(job: SyncJob, walk: WalkRow, page: CollectedPage): Promise<void> {
  const { db, run, source, connector } = job;
  const at = job.now();
  await db.transaction(async (tx) => {
    const stored = await storeRecords(tx, connector.map, {
      workspaceId: source.workspaceId,
      productId: source.productId,
      sourceId: source.id,
      walkId: walk.since === null ? walk.id : null,
      records: page.records,
      at,
      modelOf: job.modelOf,
    });
    const fetched = page.records.length;
    // Last, so that the run's row is locked for as short as possible; a lost run rolls all back.
    await advanceWalk(tx, walk, { checkpoint: page.next, fetched, at });
    if (!(await addToRun(tx, run, { fetched, removed: 0, ...stored }))) throw new LostRunError();
  });
}
