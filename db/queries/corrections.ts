import { sql } from "drizzle-orm";
import type { BalanceCategory } from "@/lib/domain/category";
import { type Db, queryRows } from "../client";
import { isoText } from "./iso-text";
import { jsonUuids } from "./json-rows";

type ProductKey = { workspaceId: string; productId: string };

/** The model counts a body's letters no further than this, and reads less. */
const bodyLetters = 16_384;

/**
 * Notes what people's decisions about the given items are now, where that is news to a model: with
 * the text as it is, all under the product's next version. Hold the product's lock.
 */
export async function recordCorrections(
  db: Db,
  input: ProductKey & { itemIds: string[]; at: Date },
): Promise<void> {
  const { workspaceId, productId, itemIds } = input;
  const at = sql`${input.at.toISOString()}::timestamptz`;
  await db.execute(sql`
    with asked as (
      select w.id, w.title, left(w.body, ${bodyLetters}::int) as body, o.at,
        nullif(o.category, 'excluded') as category
      from work_items w
      left join overrides o on o.workspace_id = w.workspace_id and o.item_id = w.id
      where w.workspace_id = ${workspaceId} and w.product_id = ${productId}
        and w.id = any ${jsonUuids(itemIds)}
    ), known as (
      select distinct on (c.item_id) c.item_id, c.category from corrections c
      where c.workspace_id = ${workspaceId} and c.item_id = any ${jsonUuids(itemIds)}
      order by c.item_id, c.version desc
    ), news as (
      select a.* from asked a left join known k on k.item_id = a.id
      where a.category is distinct from k.category
    ), next as (
      update products set corrections_version = corrections_version + 1
      where workspace_id = ${workspaceId} and id = ${productId} and exists (select from news)
      returning corrections_version as version
    )
    insert into corrections
      (workspace_id, item_id, product_id, version, category, title, body, at, recorded_at)
    select ${workspaceId}::uuid, n.id, ${productId}::uuid, next.version, n.category, n.title,
      n.body, coalesce(n.at, ${at}), ${at}
    from news n cross join next`);
}

/** Whether anybody has ever corrected an item of a source. */
export async function hasCorrections(
  db: Db,
  { workspaceId, sourceId }: { workspaceId: string; sourceId: string },
): Promise<boolean> {
  const rows = await queryRows(
    db,
    sql`
    select 1 as one from corrections c
    join work_items w on w.workspace_id = c.workspace_id and w.id = c.item_id
    where c.workspace_id = ${workspaceId} and w.source_id = ${sourceId} limit 1`,
  );
  return rows.length > 0;
}

/** A new version where corrections have left together with their items. */
export async function countLostCorrections(
  db: Db,
  { workspaceId, productId }: ProductKey,
): Promise<void> {
  await db.execute(sql`
    update products set corrections_version = corrections_version + 1
    where workspace_id = ${workspaceId} and id = ${productId}`);
}

export type CorrectionRow = {
  itemId: string;
  category: BalanceCategory;
  title: string;
  body: string | null;
  at: string;
};

/** What was decided as of a version of the corrections, in the order of deciding: the latest `limit`. */
export async function readCorrections(
  db: Db,
  { workspaceId, productId, version, limit }: ProductKey & { version: number; limit: number },
): Promise<CorrectionRow[]> {
  const rows = await queryRows<CorrectionRow>(
    db,
    sql`
    select c.item_id as "itemId", c.category, c.title, c.body, ${isoText(sql`c.at`)} as at
    from (${latest({ workspaceId, productId, version })}) c
    where c.category is not null
    order by c.at desc, c.item_id desc limit ${limit}`,
  );
  return rows.reverse();
}

/** How many decisions are in force as of a version. */
export async function countCorrections(
  db: Db,
  key: ProductKey & { version: number },
): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    sql`select count(*)::int as count from (${latest(key)}) c where c.category is not null`,
  );
  return row?.count ?? 0;
}

const latest = ({ workspaceId, productId, version }: ProductKey & { version: number }) => sql`
  select distinct on (item_id) * from corrections
  where workspace_id = ${workspaceId} and product_id = ${productId} and version <= ${version}
  order by item_id, version desc`;

/** Items decided otherwise than the model has learnt, and when the first and the last were. */
export type WaitingCorrections = { items: number; first: string | null; last: string | null };

export async function findWaitingCorrections(
  db: Db,
  { workspaceId, productId, after }: ProductKey & { after: number },
): Promise<WaitingCorrections> {
  const [row] = await queryRows<WaitingCorrections>(
    db,
    sql`
    select count(distinct item_id)::int as items,
      ${isoText(sql`min(recorded_at)`)} as first, ${isoText(sql`max(recorded_at)`)} as last
    from corrections
    where workspace_id = ${workspaceId} and product_id = ${productId} and version > ${after}`,
  );
  return row ?? { items: 0, first: null, last: null };
}

/** Products, of every workspace, whose model has something to learn. */
export function listProductsToLearn(db: Db): Promise<(ProductKey & { learntVersion: number })[]> {
  return queryRows(
    db,
    sql`select workspace_id as "workspaceId", id as "productId", learnt_version as "learntVersion"
        from products where corrections_version > learnt_version`,
  );
}
