import type { Db } from "@/db/client";
import { recordRefusals, upsertRawRecords } from "@/db/queries/raw-records";
import type { Connector, RawRecord } from "@/lib/connectors/connector";
import { type Derived, deriveItems, type SourceOfRecords } from "./derive-items";
import type { ModelOf } from "./product-classifier";
import { isStorableId, tellable } from "./unstorable";

export type RecordsOfSource = SourceOfRecords & {
  /** Marks the records as seen by a full walk; null for an incremental one. */
  walkId: string | null;
  records: RawRecord[];
  at: Date;
  modelOf: ModelOf;
};

/**
 * Raw first, then mapped, then classified: one page, in the caller's transaction.
 * Writing the same page again changes nothing. Returns what a run reports.
 */
export async function storeRecords(
  db: Db,
  map: Connector["map"],
  input: RecordsOfSource,
): Promise<Derived> {
  const { records: all, walkId, ...rest } = input;
  // A page may name a record twice; one statement cannot write a row twice. The later one stands.
  const distinct = [...new Map(all.map((record) => [record.externalId, record])).values()];
  const records = distinct.filter(({ externalId }) => isStorableId(externalId));
  await upsertRawRecords(db, {
    ...rest,
    walkId,
    fetchedAt: input.at,
    records: records.map(({ externalId, payload }) => ({
      externalId,
      payload: JSON.stringify(payload),
    })),
  });
  const here = records.map((record) => ({ ...record, goneAt: null }));
  const derived = await deriveItems(db, map, { ...rest, records: here });
  const nameless = distinct.filter(({ externalId }) => !isStorableId(externalId));
  await refuseNameless(db, rest, nameless);
  return { changed: derived.changed, refused: derived.refused + nameless.length };
}

/** A record whose id cannot be a key has no raw row either; it is only listed. */
async function refuseNameless(
  db: Db,
  { workspaceId, sourceId, at }: SourceOfRecords & { at: Date },
  records: RawRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const externalIds = [...new Set(records.map(({ externalId }) => tellable(externalId)))];
  const reason = "its id cannot be stored";
  const refused = externalIds.map((externalId) => ({ externalId, reason }));
  await recordRefusals(db, { workspaceId, sourceId, externalIds, refused, at });
}
