import { markGone } from "@/db/queries/raw-records";
import { addToRun } from "@/db/queries/runs";
import { findWalk } from "@/db/queries/walks";
import { markRemoved, readItemsUnseenBy, type UnseenItem } from "@/db/queries/work-items-write";
import type { WalkRow } from "@/db/schema";
import type { RawRecord } from "@/lib/connectors/connector";
import { classifyItems } from "./classify-items";
import { storeRecords } from "./store-records";
import { LostRunError, type SyncJob } from "./sync-job";

const batchSize = 200;
const firstId = "00000000-0000-0000-0000-000000000000";

/**
 * After a full walk: asks for each item that it did not meet, by itself, and marks removed what the
 * tracker says is gone. What is still there (it moved past the walk) is stored as it is now. Each
 * answer commits by itself and is not asked for again when the run is interrupted.
 */
export async function removeUnseen(job: SyncJob, walk: WalkRow): Promise<void> {
  const { db, source, connector, signal } = job;
  const of = { workspaceId: source.workspaceId, sourceId: source.id, walkId: walk.id };
  let after = firstId;
  let isSureOfPlace = await metSomething(job);
  for (;;) {
    const batch = await readItemsUnseenBy(db, { ...of, after, limit: batchSize });
    for (const item of batch) {
      signal.throwIfAborted();
      // A place that shows nothing at all may be one that no longer lets us in: ask that first.
      if (!isSureOfPlace) await connector.check(signal);
      isSureOfPlace = true;
      const record = await connector.find(item, signal);
      const isThere = record !== null && record.externalId === item.externalId;
      await (isThere ? storeFound(job, walk, record) : storeGone(job, item));
      after = item.id;
    }
    if (batch.length < batchSize) return;
  }
}

async function metSomething({ db, source }: SyncJob): Promise<boolean> {
  const walk = await findWalk(db, { workspaceId: source.workspaceId, sourceId: source.id });
  return walk !== null && walk.fetched > 0;
}

async function storeFound(job: SyncJob, walk: WalkRow, record: RawRecord): Promise<void> {
  const { db, run, source, connector } = job;
  await db.transaction(async (tx) => {
    const gain = await storeRecords(tx, connector.map, {
      workspaceId: source.workspaceId,
      productId: source.productId,
      sourceId: source.id,
      walkId: walk.id,
      records: [record],
      at: job.now(),
      modelOf: job.modelOf,
    });
    if (!(await addToRun(tx, run, { fetched: 1, removed: 0, ...gain }))) throw new LostRunError();
  });
}

async function storeGone(
  { db, run, source, now, modelOf }: SyncJob,
  item: UnseenItem,
): Promise<void> {
  const { workspaceId, productId, id: sourceId } = source;
  await db.transaction(async (tx) => {
    const at = now();
    await markGone(tx, { workspaceId, sourceId, externalIds: [item.externalId], at });
    const itemIds = await markRemoved(tx, { workspaceId, itemIds: [item.id], at });
    await classifyItems(tx, { workspaceId, productId, itemIds, actor: null, at, modelOf });
    const gain = { fetched: 0, removed: 1, changed: 0, refused: 0 };
    if (!(await addToRun(tx, run, gain))) throw new LostRunError();
  });
}
