import { sql } from "drizzle-orm";
import { type Db, queryRows } from "@/db/client";
import type { SourceRow } from "@/db/schema";
import { storeDigest } from "../store-digest";

/** What a source's copy says of the present and of what is gone, apart. */
export type StoreContents = {
  /** Items that are there upstream: fields, journal, classification, raw record. By external id. */
  present: Map<string, string>;
  /** Items that are gone upstream. */
  gone: Map<string, string>;
  /** `external id: reason` of the records that could not become items. */
  refused: string[];
  /** External ids of the raw records that are taken to be there upstream. */
  rawPresent: string[];
};

type Digested = { item: { external_id: string }; removed: boolean };

export async function readStore(db: Db, source: SourceRow): Promise<StoreContents> {
  const lines = await storeDigest(db, source);
  // Guarantee of the cast: the digest is made of these two and more.
  const items = lines.map((line) => ({ line, digest: JSON.parse(line) as Digested }));
  const byId = (isGone: boolean) =>
    new Map(
      items
        .filter(({ digest }) => digest.removed === isGone)
        .map(({ line, digest }) => [digest.item.external_id, line]),
    );
  const refused = await queryRows<{ line: string }>(
    db,
    sql`select external_id || ': ' || reason as line from refused_records
        where source_id = ${source.id} order by external_id collate "C"`,
  );
  const raw = await queryRows<{ id: string }>(
    db,
    sql`select external_id as id from raw_records
        where source_id = ${source.id} and gone_at is null order by external_id collate "C"`,
  );
  return {
    present: byId(false),
    gone: byId(true),
    refused: refused.map(({ line }) => line),
    rawPresent: raw.map(({ id }) => id),
  };
}

/**
 * How a store differs from the clean one, which was made by one full sync of the same tracker.
 * Everything of the present must be the same. What is gone upstream is not in the clean one at all:
 * there it is only asked that it left the present. The journal of classifications is our own past,
 * which a clean sync cannot have.
 */
export function differences(store: StoreContents, clean: StoreContents): string[] {
  return [
    ...presentDifferences(store, clean),
    ...listDifferences("refused", store.refused, clean.refused),
    ...listDifferences("raw", store.rawPresent, clean.rawPresent),
  ];
}

/**
 * The same as far as an incremental sync can know: what was deleted or moved away may still be
 * there, and raw records may have been read another way; every item that is there must be as it is.
 */
export function incrementalDifferences(store: StoreContents, clean: StoreContents): string[] {
  const known = (lines: Map<string, string>) =>
    new Map(
      [...lines]
        .filter(([id]) => clean.present.has(id))
        .map(([id, line]) => [id, JSON.stringify({ ...JSON.parse(line), raw: null })]),
    );
  return presentDifferences(
    { ...store, present: known(store.present) },
    { ...clean, present: known(clean.present) },
  );
}

function presentDifferences(store: StoreContents, clean: StoreContents): string[] {
  const ids = new Set([...store.present.keys(), ...clean.present.keys()]);
  return [...ids].flatMap((id) => {
    const [here, there] = [store.present.get(id), clean.present.get(id)];
    if (here === there) return [];
    if (here === undefined) return [`${id} is ${store.gone.has(id) ? "marked gone" : "missing"}`];
    if (there === undefined) return [`${id} is not there upstream (any more)`];
    return [`${id} is stale:\n  stored ${here}\n  clean  ${there}`];
  });
}

function listDifferences(what: string, here: string[], there: string[]): string[] {
  return [
    ...here.filter((line) => !there.includes(line)).map((line) => `${what} too many: ${line}`),
    ...there.filter((line) => !here.includes(line)).map((line) => `${what} missing: ${line}`),
  ];
}
