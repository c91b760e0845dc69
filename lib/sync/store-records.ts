import type { Db } from "@/db/client";
import { recordRefusals, upsertRawRecords } from "@/db/queries/raw-records";
import { replaceItemEvents, type StoredItem, upsertWorkItems } from "@/db/queries/work-items-write";
import type { Connector, Mapped, RawRecord } from "@/lib/connectors/connector";
import { classifyItems } from "./classify-items";
import { itemIdOf } from "./item-id";

export type RecordsOfSource = {
  workspaceId: string;
  productId: string;
  sourceId: string;
  /** Marks the records as seen by a full walk; null for an incremental one. */
  walkId: string | null;
  records: RawRecord[];
  at: Date;
};

/**
 * Raw first, then mapped, then classified: one page, in the caller's transaction.
 * Writing the same page again changes nothing. Returns what a run reports.
 */
export async function storeRecords(
  db: Db,
  map: Connector["map"],
  input: RecordsOfSource,
): Promise<{ changed: number; refused: number }> {
  const { workspaceId, productId, sourceId, at } = input;
  // A page may name a record twice; one statement cannot write a row twice. The later one stands.
  const records = [...new Map(input.records.map((r) => [r.externalId, r])).values()];
  await upsertRawRecords(db, {
    workspaceId,
    sourceId,
    walkId: input.walkId,
    fetchedAt: at,
    records: records.map(({ externalId, payload }) => ({
      externalId,
      payload: JSON.stringify(payload),
    })),
  });
  const mapped = records.map(({ externalId, payload }) => ({ externalId, result: map(payload) }));
  const items = mapped.flatMap(({ result }) => storedItem(sourceId, result));
  const changed = await upsertWorkItems(db, { workspaceId, productId, sourceId, items });
  const changedIds = new Set(changed);
  await replaceItemEvents(db, { workspaceId, items: items.filter(({ id }) => changedIds.has(id)) });
  const refused = mapped.flatMap(({ externalId, result }) =>
    result.outcome === "refused" ? [{ externalId, reason: result.why }] : [],
  );
  const externalIds = records.map(({ externalId }) => externalId);
  await recordRefusals(db, { workspaceId, sourceId, externalIds, refused, at });
  await classifyItems(db, { workspaceId, itemIds: changed, actor: null, at });
  return { changed: changed.length, refused: refused.length };
}

function storedItem(sourceId: string, mapped: Mapped): StoredItem[] {
  if (mapped.outcome !== "item") return [];
  return [{ ...mapped.item, id: itemIdOf(sourceId, mapped.item.externalId) }];
}
