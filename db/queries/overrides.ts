import { sql } from "drizzle-orm";
import type { Override } from "@/lib/domain/classification";
import { type Db, queryRows } from "../client";
import { jsonRows, jsonUuids } from "./json-rows";

export type OverrideOfItem = Override & { itemId: string };

/** Stores a person's decisions, replacing earlier ones; `batchId` where they can be taken back. */
export async function upsertOverrides(
  db: Db,
  input: { workspaceId: string; batchId: string | null; overrides: OverrideOfItem[] },
): Promise<void> {
  await db.execute(sql`
    insert into overrides (workspace_id, item_id, category, kind, reason, actor, at, batch_id)
    select ${input.workspaceId}::uuid, n."itemId", n.category, n.kind, n.reason, n.actor, n.at,
      ${input.batchId}::uuid
    from jsonb_to_recordset(${jsonRows(input.overrides)}) as n(
      "itemId" uuid, category text, kind text, reason text, actor text, at timestamptz(3))
    on conflict (workspace_id, item_id) do update set
      category = excluded.category, kind = excluded.kind, reason = excluded.reason,
      actor = excluded.actor, at = excluded.at, batch_id = excluded.batch_id`);
}

/** Whether a person's decision stands already, said by the same person in the same words, and by itself. */
export async function standsAlready(
  db: Db,
  { workspaceId, override }: { workspaceId: string; override: OverrideOfItem },
): Promise<boolean> {
  const { itemId, category, kind, reason, actor } = override;
  const rows = await queryRows<{ id: string }>(
    db,
    sql`select item_id as id from overrides
        where workspace_id = ${workspaceId} and item_id = ${itemId} and batch_id is null
          and (category, kind, reason, actor) is not distinct from
            (${category}::text, ${kind}::text, ${reason}::text, ${actor}::text)`,
  );
  return rows.length > 0;
}

/** Takes a person's decision back; false where there was none. */
export async function deleteOverride(
  db: Db,
  { workspaceId, itemId }: { workspaceId: string; itemId: string },
): Promise<boolean> {
  const rows = await queryRows<{ id: string }>(
    db,
    sql`delete from overrides where workspace_id = ${workspaceId} and item_id = ${itemId}
        returning item_id as id`,
  );
  return rows.length > 0;
}

type BatchKey = { workspaceId: string; batchId: string };

/** Begins a batch that remembers what the given items' overrides are now. */
export async function insertOverrideBatch(
  db: Db,
  input: BatchKey & { productId: string; itemIds: string[]; actor: string; at: Date },
): Promise<void> {
  const { workspaceId, batchId, productId, itemIds, actor, at } = input;
  await db.execute(sql`
    insert into override_batches (workspace_id, id, product_id, actor, at)
    values (${workspaceId}, ${batchId}, ${productId}, ${actor}, ${at.toISOString()}::timestamptz)`);
  await db.execute(sql`
    insert into override_batch_items (workspace_id, batch_id, item_id, previous)
    select w.workspace_id, ${batchId}::uuid, w.id,
      case when o.item_id is null then null else jsonb_build_object(
        'category', o.category, 'kind', o.kind, 'reason', o.reason, 'actor', o.actor,
        'at', o.at, 'batchId', o.batch_id) end
    from work_items w
    left join overrides o on o.workspace_id = w.workspace_id and o.item_id = w.id
    where w.workspace_id = ${workspaceId} and w.id = any ${jsonUuids(itemIds)}`);
}

/** Marks a batch as taken back and returns its product; null where there is no such, or it was. */
export async function endOverrideBatch(
  db: Db,
  { workspaceId, batchId, at }: BatchKey & { at: Date },
): Promise<string | null> {
  const [row] = await queryRows<{ productId: string }>(
    db,
    sql`update override_batches set undone_at = ${at.toISOString()}::timestamptz
        where workspace_id = ${workspaceId} and id = ${batchId} and undone_at is null
        returning product_id as "productId"`,
  );
  return row?.productId ?? null;
}

/** Puts back what the batch replaced, where nobody has decided since. Returns these items. */
export async function restoreOverrides(
  db: Db,
  { workspaceId, batchId }: BatchKey,
): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    db,
    sql`
    with own as (
      select b.item_id, b.previous from override_batch_items b
      join overrides o on o.workspace_id = b.workspace_id and o.item_id = b.item_id
      where b.workspace_id = ${workspaceId} and b.batch_id = ${batchId}
        and o.batch_id = ${batchId}
    ), gone as (
      delete from overrides o using own
      where o.workspace_id = ${workspaceId} and o.item_id = own.item_id and own.previous is null
    ), back as (
      update overrides o set category = p.category, kind = p.kind, reason = p.reason,
        actor = p.actor, at = p.at, batch_id = p."batchId"
      from own cross join lateral jsonb_to_record(own.previous) as p(
        category text, kind text, reason text, actor text, at timestamptz(3), "batchId" uuid)
      where o.workspace_id = ${workspaceId} and o.item_id = own.item_id
        and own.previous is not null
    )
    select item_id as id from own`,
  );
  return rows.map(({ id }) => id);
}
