import { markGone, readOtherRecordsUnseenBy, recordRefusals } from "@/db/queries/raw-records";
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
  const beSure = sureOfPlace(job);
  await removeItems(job, walk, beSure);
  await forgetRecords(job, walk, beSure);
}

async function removeItems(
  job: SyncJob,
  walk: WalkRow,
  beSure: () => Promise<void>,
): Promise<void> {
  const { db, source, connector, signal } = job;
  const of = { workspaceId: source.workspaceId, sourceId: source.id, walkId: walk.id };
  let after = firstId;
  for (;;) {
    const batch = await readItemsUnseenBy(db, { ...of, after, limit: batchSize });
    for (const item of batch) {
      signal.throwIfAborted();
      await beSure();
      const record = await connector.find(item, signal);
      const isThere = record !== null && record.externalId === item.externalId;
      await (isThere ? storeFound(job, walk, record) : storeGone(job, item));
      after = item.id;
    }
    if (batch.length < batchSize) return;
  }
}

/**
 * Records that are no items (refused, or not counted) and that the walk did not meet are taken to
 * be gone without asking: nothing shows but the refusal, and one that is met again is back.
 */
async function forgetRecords(
  { db, run, source, now, signal }: SyncJob,
  walk: WalkRow,
  beSure: () => Promise<void>,
): Promise<void> {
  const of = { workspaceId: source.workspaceId, sourceId: source.id };
  for (;;) {
    signal.throwIfAborted();
    const unseen = { ...of, walkId: walk.id, limit: batchSize };
    const externalIds = await readOtherRecordsUnseenBy(db, unseen);
    if (externalIds.length === 0) return;
    await beSure();
    await db.transaction(async (tx) => {
      const at = now();
      await markGone(tx, { ...of, externalIds, at });
      await recordRefusals(tx, { ...of, externalIds, refused: [], at });
      if (!(await addToRun(tx, run, nothing))) throw new LostRunError();
    });
  }
}

const nothing = { fetched: 0, removed: 0, changed: 0, refused: 0 };

/** A place that shows nothing at all may be one that no longer lets us in: that is asked, once. */
function sureOfPlace(job: SyncJob): () => Promise<void> {
  let isSure = false;
  return async () => {
    if (isSure) return;
    if (!(await metSomething(job))) await proveOpen(job);
    isSure = true;
  };
}

async function proveOpen({ connector, signal }: SyncJob): Promise<void> {
  if (connector.prove) await connector.prove(signal);
  else await connector.check(signal);
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
    if (!(await addToRun(tx, run, { ...nothing, removed: 1 }))) throw new LostRunError();
  });
}
