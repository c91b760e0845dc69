import { sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";
import { joinedJson, jsonRows, jsonTexts } from "./json-rows";

/** `payload` is one line of JSON. */
export type RawRow = { externalId: string; payload: string };

type SourceKey = { workspaceId: string; sourceId: string };

/**
 * Upserts by (source, external id); a record that is as it was is not written.
 * `walkId` marks what a full walk has seen; null leaves the marks alone.
 */
export async function upsertRawRecords(
  db: Db,
  input: SourceKey & { records: RawRow[]; walkId: string | null; fetchedAt: Date },
): Promise<void> {
  if (input.records.length === 0) return;
  const externalIds = input.records.map(({ externalId }) => externalId);
  const payloads = input.records.map(({ payload }) => payload);
  await db.execute(sql`
    insert into raw_records as r
      (workspace_id, source_id, external_id, payload, fetched_at, seen_by_walk)
    select ${input.workspaceId}::uuid, ${input.sourceId}::uuid, n.external_id, n.payload,
           ${input.fetchedAt.toISOString()}::timestamptz, ${input.walkId}::uuid
    from unnest(${jsonTexts(externalIds)}, ${joinedJson(payloads)}) as n(external_id, payload)
    on conflict (workspace_id, source_id, external_id) do update
      set payload = excluded.payload,
          fetched_at = excluded.fetched_at,
          seen_by_walk = coalesce(excluded.seen_by_walk, r.seen_by_walk),
          gone_at = null
      where r.payload is distinct from excluded.payload
         or r.gone_at is not null
         or (excluded.seen_by_walk is not null
             and r.seen_by_walk is distinct from excluded.seen_by_walk)`);
}

export type StoredRecord = { externalId: string; payload: string; goneAt: Date | null };

/** A source's records after an external id, in the order of these ids. */
export async function readRawRecords(
  db: Db,
  input: SourceKey & { after: string; limit: number },
): Promise<StoredRecord[]> {
  const rows = await queryRows<Omit<StoredRecord, "goneAt"> & { goneAt: string | null }>(
    db,
    sql`
    select external_id as "externalId", payload, gone_at as "goneAt"
    from raw_records
    where workspace_id = ${input.workspaceId} and source_id = ${input.sourceId}
      and external_id > ${input.after}
    order by external_id limit ${input.limit}`,
  );
  return rows.map((row) => ({ ...row, goneAt: row.goneAt === null ? null : new Date(row.goneAt) }));
}

/** External ids of records that are no present item and that a finished full walk did not meet. */
export async function readOtherRecordsUnseenBy(
  db: Db,
  { workspaceId, sourceId, walkId, limit }: SourceKey & { walkId: string; limit: number },
): Promise<string[]> {
  const rows = await queryRows<{ externalId: string }>(
    db,
    sql`
    select r.external_id as "externalId"
    from raw_records r
    where r.workspace_id = ${workspaceId} and r.source_id = ${sourceId}
      and r.gone_at is null and r.seen_by_walk is distinct from ${walkId}::uuid
      and not exists (select from work_items w where w.workspace_id = r.workspace_id
        and w.source_id = r.source_id and w.external_id = r.external_id and w.removed_at is null)
    limit ${limit}`,
  );
  return rows.map(({ externalId }) => externalId);
}

/** Marks records gone upstream, so that deriving items again does not bring them back. */
export async function markGone(
  db: Db,
  input: SourceKey & { externalIds: string[]; at: Date },
): Promise<void> {
  await db.execute(sql`
    update raw_records set gone_at = ${input.at.toISOString()}::timestamptz
    where workspace_id = ${input.workspaceId} and source_id = ${input.sourceId}
      and external_id = any ${jsonTexts(input.externalIds)} and gone_at is null`);
}

/** Replaces what is said about the given records: refused ones with a reason, the rest cleared. */
export async function recordRefusals(
  db: Db,
  input: SourceKey & {
    externalIds: string[];
    refused: { externalId: string; reason: string }[];
    at: Date;
  },
): Promise<void> {
  await db.execute(sql`
    delete from refused_records
    where workspace_id = ${input.workspaceId} and source_id = ${input.sourceId}
      and external_id = any ${jsonTexts(input.externalIds)}`);
  if (input.refused.length === 0) return;
  await db.execute(sql`
    insert into refused_records (workspace_id, source_id, external_id, reason, refused_at)
    select ${input.workspaceId}::uuid, ${input.sourceId}::uuid, n."externalId", n.reason,
           ${input.at.toISOString()}::timestamptz
    from jsonb_to_recordset(${jsonRows(input.refused)}) as n("externalId" text, reason text)`);
}
