import { sql } from "drizzle-orm";
import type { Sprint } from "@/lib/domain/sprint";
import { type Db, queryRows } from "../client";
import { isoText } from "./iso-text";
import { jsonRows, jsonUuids } from "./json-rows";
import type { StoredItem } from "./work-items-write";

/**
 * Makes the sprints of the given items exactly those they carry; what is so is not written. Returns
 * the items of what was.
 */
export async function replaceItemSprints(
  db: Db,
  input: { workspaceId: string; sourceId: string; items: StoredItem[] },
): Promise<string[]> {
  const { workspaceId, sourceId, items } = input;
  if (items.length === 0) return [];
  const rows = items.flatMap(({ id: itemId, updatedAt: toldAt, sprints }) =>
    sprints.map((sprint) => ({ ...sprint, itemId, toldAt })),
  );
  const written = await queryRows<{ id: string }>(
    db,
    sql`
    with told as materialized (
      select n.* from jsonb_to_recordset(${jsonRows(rows)}) as n(
        "itemId" uuid, id text, name text, board text, "startsAt" timestamptz(3),
        "endsAt" timestamptz(3), "completedAt" timestamptz(3), "toldAt" timestamptz(3))
    ), withdrawn as (
      delete from item_sprints s where s.workspace_id = ${workspaceId}
        and s.item_id = any ${jsonUuids(items.map(({ id }) => id))}
        and (s.item_id, s.sprint_id) not in (select "itemId", id from told)
      returning s.item_id
    ), written as (
      insert into item_sprints as s (workspace_id, item_id, sprint_id, source_id, name, board,
        starts_at, ends_at, completed_at, told_at)
      select ${workspaceId}::uuid, "itemId", id, ${sourceId}::uuid, name, board, "startsAt",
        "endsAt", "completedAt", "toldAt" from told
      on conflict (workspace_id, item_id, sprint_id) do update set
        name = excluded.name, board = excluded.board, starts_at = excluded.starts_at,
        ends_at = excluded.ends_at, completed_at = excluded.completed_at, told_at = excluded.told_at
      where (s.name, s.board, s.starts_at, s.ends_at, s.completed_at, s.told_at) is distinct from
        (excluded.name, excluded.board, excluded.starts_at, excluded.ends_at, excluded.completed_at,
         excluded.told_at)
      returning s.item_id
    )
    select item_id as id from withdrawn union select item_id from written`,
  );
  return written.map(({ id }) => id);
}

/** A sprint that has begun. */
export type BegunSprint = Sprint & { startsAt: Date };

type SprintRow = Record<"id" | "name" | "startsAt", string> &
  Record<"board" | "endsAt" | "completedAt", string | null>;

/**
 * The sprints of a source that have begun, at most `limit`. Items tell the same sprint as it was
 * when they were last read: the one that knows of its end stands, else of its start, else the one
 * updated last. One step in the index for each sprint, however many items are in it.
 */
export async function readSprints(
  db: Db,
  { workspaceId, sourceId, limit }: { workspaceId: string; sourceId: string; limit: number },
): Promise<BegunSprint[]> {
  const best = sql`order by s.sprint_id, s.completed_at desc nulls last,
    s.starts_at desc nulls last, s.told_at desc nulls last limit 1`;
  const ofSource = sql`s.workspace_id = ${workspaceId} and s.source_id = ${sourceId}`;
  const rows = await queryRows<SprintRow>(
    db,
    sql`
    with recursive told as (
      (select s.* from item_sprints s where ${ofSource} ${best})
      union all
      select next.* from told cross join lateral (
        select s.* from item_sprints s where ${ofSource} and s.sprint_id > told.sprint_id
        ${best}) next
    )
    select sprint_id as id, name, board, ${isoText(sql`starts_at`)} as "startsAt",
      ${isoText(sql`ends_at`)} as "endsAt", ${isoText(sql`completed_at`)} as "completedAt"
    from told where starts_at is not null limit ${limit}`,
  );
  return rows.map(({ startsAt, endsAt, completedAt, ...named }) => ({
    ...named,
    startsAt: new Date(startsAt),
    endsAt: endsAt === null ? null : new Date(endsAt),
    completedAt: completedAt === null ? null : new Date(completedAt),
  }));
}
