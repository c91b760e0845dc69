import { type SQL, sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";
import { jsonUuids } from "./json-rows";

type ItemsOfWorkspace = { workspaceId: string; itemIds: string[] };
type ItemsOfProduct = ItemsOfWorkspace & { productId: string };

/**
 * The item that a `parent_key` names: of the same source where there is one, never itself, and never
 * one that is gone upstream, so that a copy that met it and one that did not agree.
 */
const parentOfItem = sql`
  select p.id from work_items p
  where p.workspace_id = w.workspace_id and p.product_id = w.product_id and p.key = w.parent_key
    and p.id <> w.id and p.removed_at is null
  order by (p.source_id = w.source_id) desc, p.id limit 1`;

/**
 * Looks up anew who is whose parent, for the given items, their children by key, and those that
 * were their children until now. Returns the items whose parent is another than before.
 */
export async function linkParents(db: Db, input: ItemsOfProduct): Promise<string[]> {
  const { workspaceId, productId, itemIds } = input;
  const rows = await queryRows<{ id: string }>(
    db,
    sql`
    with told as (
      select w.id, w.key from work_items w
      where w.workspace_id = ${workspaceId} and w.id = any ${jsonUuids(itemIds)}
    ), candidate as (
      select id from told
      union
      select child.id from told cross join lateral (
        select w.id from work_items w
        where w.workspace_id = ${workspaceId} and w.product_id = ${productId}
          and w.parent_key is not null and w.parent_key = told.key offset 0) child
      union
      select l.item_id from item_parents l
      where l.workspace_id = ${workspaceId} and l.parent_id = any ${jsonUuids(itemIds)}
    ), wanted as (
      select w.id as item_id, parent.id as parent_id
      from candidate c
      cross join lateral (
        select * from work_items own
        where own.workspace_id = ${workspaceId} and own.id = c.id offset 0) w
      left join lateral (${parentOfItem}) parent on w.parent_key is not null
    ), unlinked as (
      delete from item_parents l using wanted n
      where l.workspace_id = ${workspaceId} and l.item_id = n.item_id and n.parent_id is null
      returning l.item_id
    ), linked as (
      insert into item_parents as l (workspace_id, item_id, parent_id)
      select ${workspaceId}::uuid, n.item_id, n.parent_id from wanted n
      where n.parent_id is not null
      on conflict (workspace_id, item_id) do update set parent_id = excluded.parent_id
      where l.parent_id <> excluded.parent_id
      returning l.item_id
    )
    select item_id as id from unlinked union all select item_id from linked`,
  );
  return rows.map(({ id }) => id);
}

/** Looks up all parents of a product at once; for a store that has none yet. */
export async function linkAllParents(
  db: Db,
  { workspaceId, productId }: { workspaceId: string; productId: string },
): Promise<void> {
  await db.execute(sql`
    insert into item_parents as l (workspace_id, item_id, parent_id)
    select w.workspace_id, w.id, parent.id
    from work_items w cross join lateral (${parentOfItem}) parent
    where w.workspace_id = ${workspaceId} and w.product_id = ${productId}
      and w.parent_key is not null
    on conflict (workspace_id, item_id) do update set parent_id = excluded.parent_id
    where l.parent_id <> excluded.parent_id`);
}

const downwards = { from: sql`l.parent_id`, to: sql`l.item_id` };
const upwards = { from: sql`l.item_id`, to: sql`l.parent_id` };

/** Everything below the given items, at any depth, each once; a circle ends by itself. */
export function readDescendants(db: Db, from: ItemsOfWorkspace): Promise<string[]> {
  return followLinks(db, from, downwards);
}

/** Everything above the given items, at any depth, each once; a circle ends by itself. */
export function readAncestors(db: Db, from: ItemsOfWorkspace): Promise<string[]> {
  return followLinks(db, from, upwards);
}

/** The ids of everything below the items in the array `parents`, as a subquery. */
export function itemsBelow(workspaceId: string, parents: SQL): SQL {
  return reachedFrom(workspaceId, parents, downwards);
}

async function followLinks(
  db: Db,
  { workspaceId, itemIds }: ItemsOfWorkspace,
  links: { from: SQL; to: SQL },
): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    db,
    reachedFrom(workspaceId, jsonUuids(itemIds), links),
  );
  return rows.map(({ id }) => id);
}

function reachedFrom(workspaceId: string, seeds: SQL, { from, to }: { from: SQL; to: SQL }): SQL {
  return sql`
    with recursive reached(id) as (
      select ${to} from item_parents l
      where l.workspace_id = ${workspaceId} and ${from} = any ${seeds}
      union
      select next.id from reached cross join lateral (
        select ${to} as id from item_parents l
        where l.workspace_id = ${workspaceId} and ${from} = reached.id offset 0) next
    ) select id from reached`;
}

/** Items of other sources whose parent is an item of this one. */
export async function readForeignChildren(
  db: Db,
  { workspaceId, sourceId }: { workspaceId: string; sourceId: string },
): Promise<string[]> {
  const rows = await queryRows<{ id: string }>(
    db,
    sql`
    select l.item_id as id from item_parents l
    join work_items p on p.workspace_id = l.workspace_id and p.id = l.parent_id
    join work_items w on w.workspace_id = l.workspace_id and w.id = l.item_id
    where l.workspace_id = ${workspaceId} and p.source_id = ${sourceId}
      and w.source_id <> ${sourceId}`,
  );
  return rows.map(({ id }) => id);
}
