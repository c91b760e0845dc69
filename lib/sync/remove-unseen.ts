import { addToRun } from "@/db/queries/runs";
import { markRemoved, readItemsUnseenBy } from "@/db/queries/work-items-write";
import type { WalkRow } from "@/db/schema";
import { storeRecords } from "./store-records";
import { LostRunError, type SyncJob } from "./sync-job";

/**
 * After a full walk: asks for each item that it did not meet, by itself, and marks removed what the
 * tracker says is gone. What is still there (it moved past the walk) is stored as it is now.
 */
export async function removeUnseen(job: SyncJob, walk: WalkRow): Promise<void> {
  const { db, source, connector, signal } = job;
  const { workspaceId, productId, id: sourceId } = source;
  for (const item of await readItemsUnseenBy(db, { workspaceId, sourceId, walkId: walk.id })) {
    signal.throwIfAborted();
    const record = await connector.find(item, signal);
    const there = record !== null && record.externalId === item.externalId;
    await db.transaction(async (tx) => {
      const at = job.now();
      const gain = there
        ? await storeRecords(tx, connector.map, {
            workspaceId,
            productId,
            sourceId,
            walkId: walk.id,
            records: [record],
            at,
          })
        : { changed: 0, refused: 0 };
      if (!there) await markRemoved(tx, { workspaceId, itemIds: [item.id], at });
      const counts = { fetched: there ? 1 : 0, removed: there ? 0 : 1, ...gain };
      if (!(await addToRun(tx, job.run, counts))) throw new LostRunError();
    });
  }
}
