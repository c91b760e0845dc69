import { type SQL, sql } from "drizzle-orm";
import type { CategoryOrNone } from "@/lib/domain/category";
import type { Because } from "@/lib/domain/classification";
import type { Kind } from "@/lib/domain/kind";
import type { ItemState } from "@/lib/domain/work-item";
import { itemsBelow } from "./item-parents";
import { jsonTexts, jsonUuids } from "./json-rows";

/** What narrows items and the balance alike. Values of one field are alternatives. */
export type ItemFilter = {
  category?: CategoryOrNone[] | undefined;
  kind?: Kind[] | undefined;
  because?: Because[] | undefined;
  state?: ItemState[] | undefined;
  source?: string[] | undefined;
  label?: string[] | undefined;
  assignee?: string[] | undefined;
  component?: string[] | undefined;
  milestone?: string[] | undefined;
  sprint?: string[] | undefined;
  /** Keys of what an item is a part of, at any depth. */
  epic?: string[] | undefined;
  estimated?: "yes" | "no" | undefined;
  /** Whether its effort is known: it is done, and was in progress before. */
  measured?: "yes" | "no" | undefined;
  q?: string | undefined;
  /** Whether somebody contests its category. */
  contested?: boolean | undefined;
  /** Other filters, of which at least one holds too. */
  teams?: Omit<ItemFilter, "teams">[] | undefined;
};

/**
 * Conditions over `work_items w` left-joined with `classifications c` and `disputes d`. An item gone upstream is
 * neither open nor closed any more as far as `state` is concerned: `open` leaves it out.
 */
export function itemConditions(product: ProductKey, filter: ItemFilter): SQL {
  const { workspaceId, productId } = product;
  return sql.join(
    [
      sql`w.workspace_id = ${workspaceId} and w.product_id = ${productId}`,
      // Epics hold work that is counted itself.
      sql`not w.is_container and ${isOwnWork(workspaceId)}`,
      ...fieldConditions(product, filter),
    ],
    sql` and `,
  );
}

type ProductKey = { workspaceId: string; productId: string };

function fieldConditions(product: ProductKey, filter: ItemFilter): SQL[] {
  const conditions = [
    filter.category &&
      sql`coalesce(c.category, 'unclassified') = any ${jsonTexts(filter.category)}`,
    filter.kind && sql`c.kind = any ${jsonTexts(filter.kind)}`,
    filter.because && sql`c.because = any ${jsonTexts(filter.because)}`,
    filter.state && stateCondition(filter.state),
    filter.source && sql`w.source_id = any ${jsonUuids(filter.source)}`,
    filter.label && hasAny(sql`w.labels`, filter.label),
    filter.component && hasAny(sql`w.components`, filter.component),
    filter.milestone && sql`w.milestone = any ${jsonTexts(filter.milestone)}`,
    filter.sprint && sql`w.sprint = any ${jsonTexts(filter.sprint)}`,
    filter.epic && isPartOf(product, filter.epic),
    filter.assignee && isAssignedTo(filter.assignee),
    filter.estimated && sql`(w.points is not null) = ${filter.estimated === "yes"}`,
    filter.measured && sql`(w.effort_days is not null) = ${filter.measured === "yes"}`,
    filter.q && textCondition(filter.q),
    filter.contested !== undefined && sql`(d.item_id is not null) = ${filter.contested}::boolean`,
    filter.teams && isOfAny(product, filter.teams),
  ];
  return conditions.filter(
    (condition) => condition !== undefined && condition !== "" && condition !== false,
  );
}

/** Sub-tasks are counted with their parent, unless their source says otherwise. */
export function isOwnWork(workspaceId: string): SQL {
  return sql`(not w.is_subtask or w.source_id in (
    select id from sources where workspace_id = ${workspaceId} and count_subtasks))`;
}

/** The join that every filter reads through. */
export const itemsWithClassification = sql`work_items w
  left join classifications c on c.workspace_id = w.workspace_id and c.item_id = w.id`;

function isOfAny(product: ProductKey, filters: ItemFilter[]): SQL {
  const alternatives = filters.map((filter) => {
    const conditions = fieldConditions(product, filter);
    return sql`(${sql.join(conditions, sql` and `)})`;
  });
  return sql`(${sql.join(alternatives, sql` or `)})`;
}

function isAssignedTo(people: string[]): SQL {
  return sql`(w.assignee = any ${jsonTexts(people)} or ${hasAny(sql`w.assignees`, people)})`;
}

function hasAny(list: SQL, values: string[]): SQL {
  return sql`exists (
    select from jsonb_array_elements_text(${list}) as own(value)
    where own.value = any ${jsonTexts(values)})`;
}

/** A whole that is not stored, as an epic of another project, has no links: its parts name it. */
function isPartOf({ workspaceId, productId }: ProductKey, keys: string[]): SQL {
  const parts = sql`select e.id from work_items e
    where e.workspace_id = ${workspaceId} and e.product_id = ${productId}
      and e.parent_key = any ${jsonTexts(keys)} and e.parent_key <> e.key`;
  const wholes = sql`(array(
    select e.id from work_items e
    where e.workspace_id = ${workspaceId} and e.product_id = ${productId}
      and e.key = any ${jsonTexts(keys)}
    union ${parts}))`;
  return sql`w.id in ((${parts}) union (${itemsBelow(workspaceId, wholes)}))`;
}

function stateCondition(states: ItemState[]): SQL {
  return sql`w.state = any ${jsonTexts(states)} and (w.state <> 'open' or w.removed_at is null)`;
}

function textCondition(text: string): SQL {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`(w.title ilike ${pattern} or w.key ilike ${pattern})`;
}
