import { sql } from "drizzle-orm";
import type { WorkItem } from "@/lib/domain/work-item";
import { type Db, queryRows } from "../client";
import { jsonRows, jsonUuids } from "./json-rows";

/** A mapped item with the id the store knows it by; without `removedAt` it is there upstream. */
export type StoredItem = WorkItem & { id: string; removedAt?: Date | null };

type ItemsOfSource = { workspaceId: string; productId: string; sourceId: string };

/**
 * Upserts by (source, external id) and returns the ids that really changed: new ones, ones with any
 * field different, and ones that were marked removed and are there again.
 */
export async function upsertWorkItems(
  db: Db,
  input: ItemsOfSource & { items: StoredItem[] },
): Promise<string[]> {
  if (input.items.length === 0) return [];
  const rows = await queryRows<{ id: string }>(
    db,
    sql`
    insert into work_items as w
      (workspace_id, id, product_id, source_id, external_id, key, number, url, title, body, state,
       resolution, original_resolution, type, status, priority, labels, components, sprint,
       milestone, author, assignee, assignees, parent_key, is_container, is_subtask, points,
       effort_days, created_at, updated_at, closed_at, removed_at)
    select ${input.workspaceId}::uuid, n.id, ${input.productId}::uuid, ${input.sourceId}::uuid,
       n."externalId", n.key, n.number, n.url, n.title, n.body, n.state, n.resolution,
       n."originalResolution", n.type, n.status, n.priority, n.labels, n.components, n.sprint,
       n.milestone, n.author, n.assignee, n.assignees, n."parentKey", n."isContainer",
       n."isSubtask", n.points, n."effortDays", n."createdAt", n."updatedAt", n."closedAt",
       n."removedAt"
    from jsonb_to_recordset(${jsonRows(input.items)}) as n(
       id uuid, "externalId" text, key text, number int, url text, title text, body text,
       state text, resolution text, "originalResolution" text, type text, status text,
       priority text, labels jsonb, components jsonb, sprint text,
       milestone text, author text, assignee text, assignees jsonb, "parentKey" text,
       "isContainer" boolean, "isSubtask" boolean,
       points float8, "effortDays" numeric, "createdAt" timestamptz(3), "updatedAt" timestamptz(3),
       "closedAt" timestamptz(3), "removedAt" timestamptz(3))
    on conflict (workspace_id, source_id, external_id) do update set
       key = excluded.key, number = excluded.number, url = excluded.url, title = excluded.title,
       body = excluded.body, state = excluded.state, resolution = excluded.resolution,
       original_resolution = excluded.original_resolution, type = excluded.type,
       status = excluded.status, priority = excluded.priority, labels = excluded.labels,
       components = excluded.components, sprint = excluded.sprint,
       milestone = excluded.milestone, author = excluded.author,
       assignee = excluded.assignee, assignees = excluded.assignees,
       parent_key = excluded.parent_key, is_container = excluded.is_container,
       is_subtask = excluded.is_subtask, points = excluded.points,
       effort_days = excluded.effort_days,
       created_at = excluded.created_at, updated_at = excluded.updated_at,
       closed_at = excluded.closed_at, removed_at = excluded.removed_at
    where (w.key, w.number, w.url, w.title, w.body, w.state, w.resolution, w.original_resolution,
           w.type, w.status, w.priority, w.labels, w.components, w.sprint, w.milestone, w.author,
           w.assignee, w.assignees, w.parent_key, w.is_container, w.is_subtask, w.points,
           w.effort_days, w.created_at, w.updated_at, w.closed_at, w.removed_at)
       is distinct from
          (excluded.key, excluded.number, excluded.url, excluded.title, excluded.body,
           excluded.state, excluded.resolution, excluded.original_resolution, excluded.type,
           excluded.status, excluded.priority, excluded.labels, excluded.components,
           excluded.sprint, excluded.milestone, excluded.author, excluded.assignee,
           excluded.assignees, excluded.parent_key, excluded.is_container, excluded.is_subtask,
           excluded.points, excluded.effort_days, excluded.created_at, excluded.updated_at, excluded.closed_at,
           excluded.removed_at)
    returning w.id`,
  );
  return rows.map((row) => row.id);
}

/**
 * Makes the events of the given items exactly those they carry; those that are so are not written.
 * Returns the items of those that were.
 */
export async function replaceItemEvents(
  db: Db,
  { workspaceId, items }: { workspaceId: string; items: StoredItem[] },
): Promise<string[]> {
  if (items.length === 0) return [];
  const all = items.flatMap(({ id, events }) => events.map((event) => ({ id, ...event })));
  // One statement cannot write a row twice. The later one stands.
  const events = [...new Map(all.map((one) => [`${one.id} ${+one.at} ${one.type}`, one])).values()];
  // In one statement, so that the events are sent and read once; it touches no row twice.
  const rows = await queryRows<{ id: string }>(
    db,
    sql`
    with told as materialized (
      select n.id, n.at, n.type, n.detail from jsonb_to_recordset(${jsonRows(events)})
        as n(id uuid, at timestamptz(3), type text, detail text)
    ), withdrawn as (
      delete from item_events e where e.workspace_id = ${workspaceId}
        and e.item_id = any ${jsonUuids(items.map(({ id }) => id))}
        and (e.item_id, e.at, e.type) not in (select id, at, type from told)
      returning e.item_id
    ), written as (
      insert into item_events as e (workspace_id, item_id, at, type, detail)
      select ${workspaceId}::uuid, id, at, type, detail from told
      on conflict (workspace_id, item_id, at, type) do update set detail = excluded.detail
      where e.detail is distinct from excluded.detail
      returning e.item_id
    )
    select item_id as id from withdrawn union select item_id from written`,
  );
  return rows.map(({ id }) => id);
}

export type UnseenItem = { id: string; externalId: string; key: string; number: number | null };

/** Items that a finished full walk did not meet and that are not marked removed yet, in id order. */
export function readItemsUnseenBy(
  db: Db,
  input: { workspaceId: string; sourceId: string; walkId: string; after: string; limit: number },
): Promise<UnseenItem[]> {
  const { workspaceId, sourceId, walkId, after, limit } = input;
  return queryRows<UnseenItem>(
    db,
    sql`
    select w.id, w.external_id as "externalId", w.key, w.number
    from work_items w
    join raw_records r on r.workspace_id = w.workspace_id and r.source_id = w.source_id
      and r.external_id = w.external_id
    where w.workspace_id = ${workspaceId} and w.source_id = ${sourceId}
      and w.removed_at is null and r.seen_by_walk is distinct from ${walkId}::uuid
      and w.id > ${after}::uuid
    order by w.id limit ${limit}`,
  );
}

/** Marks items removed: they keep their past and leave the present stock. Returns those that were. */
export async function markRemoved(
  db: Db,
  { workspaceId, itemIds, at }: { workspaceId: string; itemIds: string[]; at: Date },
): Promise<string[]> {
  if (itemIds.length === 0) return [];
  const rows = await queryRows<{ id: string }>(
    db,
    sql`
    update work_items set removed_at = ${at.toISOString()}::timestamptz
    where workspace_id = ${workspaceId} and id = any ${jsonUuids(itemIds)} and removed_at is null
    returning id`,
  );
  return rows.map(({ id }) => id);
}
