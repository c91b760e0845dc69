import { type SQL, sql } from "drizzle-orm";
import type { ItemField } from "@/lib/domain/item-field";
import { type Db, queryRows } from "../client";
import { assignees } from "./assignees";
import { isOwnWork } from "./item-filter";

/** `title` is there where the value is the key of an item. */
export type ItemValueRow = { value: string; items: number; title?: string };

type ValuesQuestion = {
  workspaceId: string;
  productId: string;
  field: ItemField;
  q: string;
  limit: number;
};

/** The values a field has among a product's items, with how many the lists hold, the most frequent first. */
export function readItemValues(db: Db, question: ValuesQuestion): Promise<ItemValueRow[]> {
  const { field } = question;
  if (field === "epic") return readEpics(db, question);
  const values = valuesOf[field];
  return queryRows<ItemValueRow>(
    db,
    sql`
    select own.value, (count(*) filter (where ${isListed(question)}))::int as items
    from work_items w cross join lateral (${values}) as own(value)
    where w.workspace_id = ${question.workspaceId} and w.product_id = ${question.productId}
      and own.value ilike ${patternOf(question)}
    group by own.value
    order by items desc, own.value
    limit ${question.limit}`,
  );
}

/** What holds other items, by key or title, with how many are below it at any depth. */
function readEpics(db: Db, question: ValuesQuestion): Promise<ItemValueRow[]> {
  const { workspaceId, productId, limit } = question;
  const pattern = patternOf(question);
  return queryRows<ItemValueRow>(
    db,
    sql`
    with recursive epic as (
      select e.id, e.key, e.title from work_items e
      where e.workspace_id = ${workspaceId} and e.product_id = ${productId}
        and (e.key ilike ${pattern} or e.title ilike ${pattern})
        and exists (select from item_parents l
                    where l.workspace_id = ${workspaceId} and l.parent_id = e.id)
    ), part(epic_id, id) as (
      select epic.id, l.item_id from epic
      join item_parents l on l.workspace_id = ${workspaceId} and l.parent_id = epic.id
      union
      select part.epic_id, next.id from part cross join lateral (
        select l.item_id as id from item_parents l
        where l.workspace_id = ${workspaceId} and l.parent_id = part.id offset 0) next
    )
    select epic.key as value, min(epic.title) as title,
      (count(distinct part.id) filter (where ${isListed(question)}))::int as items
    from epic join part on part.epic_id = epic.id
    join work_items w on w.workspace_id = ${workspaceId} and w.id = part.id and not w.is_container
    group by epic.key
    order by items desc, epic.key
    limit ${limit}`,
  );
}

/** Epics and sub-tasks have values that rules read, and stand in no list. */
function isListed({ workspaceId }: ValuesQuestion): SQL {
  return sql`not w.is_container and ${isOwnWork(workspaceId)}`;
}

function patternOf({ q }: ValuesQuestion): string {
  return `%${q.replace(/[\\%_]/g, "\\$&")}%`;
}

/** The values of a field of an item `w`, each once. */
export const valuesOf: Record<Exclude<ItemField, "epic">, SQL> = {
  label: sql`select distinct jsonb_array_elements_text(w.labels)`,
  component: sql`select distinct jsonb_array_elements_text(w.components)`,
  type: sql`select w.type`,
  status: sql`select w.status`,
  priority: sql`select w.priority`,
  sprint: sql`select w.sprint`,
  milestone: sql`select w.milestone`,
  author: sql`select w.author`,
  assignee: assignees,
};
