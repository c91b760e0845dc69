import type { Db } from "@/db/client";
import { replaceItemSprints } from "@/db/queries/item-sprints";
import { refreshLedger } from "@/db/queries/ledger";
import { recordRefusals } from "@/db/queries/raw-records";
import {
  markRemoved,
  replaceItemEvents,
  type StoredItem,
  upsertWorkItems,
} from "@/db/queries/work-items-write";
import type { Connector, Mapped, RawRecord } from "@/lib/connectors/connector";
import { classifyItems } from "./classify-items";
import { dataFaultOf } from "./data-fault";
import { itemIdOf } from "./item-id";
import type { ModelOf } from "./product-classifier";
import { tellable, unstorable } from "./unstorable";

export type SourceOfRecords = { workspaceId: string; productId: string; sourceId: string };

/** A stored raw record, each external id once; `goneAt` where upstream no longer has it. */
export type RecordToDerive = RawRecord & { goneAt: Date | null };

export type RecordsToDerive = SourceOfRecords & {
  records: RecordToDerive[];
  at: Date;
  modelOf: ModelOf;
};

/** How many items were written because something differed, and how many records refused. */
export type Derived = { changed: number; refused: number };

/**
 * Raw records → items, events and classifications, in the caller's transaction and without the
 * network. What is no item (any more), or cannot be one, is marked removed where it was one before;
 * what the database cannot hold is refused by itself. Doing it again changes nothing.
 */
export async function deriveItems(
  db: Db,
  map: Connector["map"],
  input: RecordsToDerive,
): Promise<Derived> {
  const mapped = input.records.map((record) => ({ record, result: mapRecord(map, record) }));
  try {
    return await db.transaction((tx) => writeMapped(tx, input, mapped));
  } catch (error) {
    if (dataFaultOf(error) === null) throw error;
    return writeSingly(db, input, mapped);
  }
}

type MappedRecord = { record: RecordToDerive; result: Mapped };

/** What the mapper says, unless it says what cannot be stored, or fails on a record it never met. */
function mapRecord(map: Connector["map"], { externalId, payload }: RawRecord): Mapped {
  try {
    const mapped = map(payload);
    if (mapped.outcome !== "item") return mapped;
    const why = unstorable(mapped.item);
    if (why !== null) return { outcome: "refused", why };
    if (mapped.item.externalId === externalId) return mapped;
    return { outcome: "refused", why: "its id inside is not the one it was listed under" };
  } catch (error) {
    const what = error instanceof Error ? error.message : "an unknown fault";
    return { outcome: "refused", why: `it could not be understood: ${what}` };
  }
}

async function writeSingly(
  db: Db,
  input: RecordsToDerive,
  mapped: MappedRecord[],
): Promise<Derived> {
  const sum = { changed: 0, refused: 0 };
  for (const one of mapped) {
    const { changed, refused } = await writeOrRefuse(db, input, one);
    sum.changed += changed;
    sum.refused += refused;
  }
  return sum;
}

async function writeOrRefuse(db: Db, input: RecordsToDerive, one: MappedRecord): Promise<Derived> {
  try {
    return await db.transaction((tx) => writeMapped(tx, input, [one]));
  } catch (error) {
    const code = dataFaultOf(error);
    if (code === null) throw error;
    const why = `the database cannot hold it (${code})`;
    const refusal: MappedRecord = { ...one, result: { outcome: "refused", why } };
    return writeMapped(db, input, [refusal]);
  }
}

async function writeMapped(
  db: Db,
  { workspaceId, productId, sourceId, at, modelOf }: RecordsToDerive,
  mapped: MappedRecord[],
): Promise<Derived> {
  const items = mapped.flatMap(({ record, result }): StoredItem[] => {
    if (result.outcome !== "item") return [];
    const { item } = result;
    return [{ ...item, id: itemIdOf(sourceId, item.externalId), removedAt: record.goneAt }];
  });
  const changed = await upsertWorkItems(db, { workspaceId, productId, sourceId, items });
  // A history may have been read, or be read otherwise, of an item that shows nothing new.
  const passed = await replaceItemEvents(db, { workspaceId, items });
  const planned = await replaceItemSprints(db, { workspaceId, sourceId, items });
  const without = mapped.filter(({ result }) => result.outcome !== "item");
  const itemIds = without.map(({ record }) => itemIdOf(sourceId, record.externalId));
  const left = await markRemoved(db, { workspaceId, itemIds, at });
  const refused = mapped.flatMap(({ record: { externalId }, result }) =>
    result.outcome === "refused" ? [{ externalId, reason: tellable(result.why) }] : [],
  );
  const externalIds = mapped.map(({ record }) => record.externalId);
  await recordRefusals(db, { workspaceId, sourceId, externalIds, refused, at });
  // What left hands nothing down any more.
  await classifyItems(db, {
    workspaceId,
    productId,
    itemIds: [...changed, ...left],
    actor: null,
    at,
    modelOf,
  });
  const told = new Set(changed);
  const others = [...new Set([...passed, ...planned])].filter((id) => !told.has(id));
  await refreshLedger(db, { workspaceId, productId }, { itemIds: others });
  return { changed: changed.length + left.length, refused: refused.length };
}
