import { readRawRecords } from "@/db/queries/raw-records";
import { addToRun } from "@/db/queries/runs";
import { recordDerivation } from "@/db/queries/sources";
import { deriveItems } from "./derive-items";
import { LostRunError, type SyncJob } from "./sync-job";

const batchSize = 500;

/**
 * Makes all items of a source again from their raw records where they come from another mapping,
 * without the network, a batch a transaction. Interrupted, it goes on after the last batch.
 */
export async function deriveAgain(job: SyncJob): Promise<void> {
  const { source, connector, signal } = job;
  if (source.mapping === connector.mapping) return;
  const isUnfinished = source.derivingMapping === connector.mapping;
  let after = (isUnfinished ? source.derivedThrough : null) ?? "";
  for (;;) {
    signal.throwIfAborted();
    const last = await deriveBatch(job, after);
    if (last === null) return;
    after = last;
  }
}

/** The last external id that was done, or null where none is left. */
async function deriveBatch(job: SyncJob, after: string): Promise<string | null> {
  const { db, run, source, connector } = job;
  const key = { workspaceId: source.workspaceId, sourceId: source.id };
  return db.transaction(async (tx) => {
    const stored = await readRawRecords(tx, { ...key, after, limit: batchSize });
    const { changed, refused } = await deriveItems(tx, connector.map, {
      ...key,
      productId: source.productId,
      records: stored.map((record) => ({ ...record, payload: JSON.parse(record.payload) })),
      at: job.now(),
      modelOf: job.modelOf,
    });
    const last = stored.length < batchSize ? null : (stored.at(-1)?.externalId ?? null);
    await recordDerivation(tx, { ...key, mapping: connector.mapping, through: last });
    const gain = { fetched: 0, removed: 0, changed, refused };
    if (!(await addToRun(tx, run, gain))) throw new LostRunError();
    return last;
  });
}
