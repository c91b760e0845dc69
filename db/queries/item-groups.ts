import { type SQL, sql } from "drizzle-orm";
import { type GroupFilter, type Grouping, isShared } from "@/lib/domain/grouping";
import { valuesOf } from "./item-values";
import { jsonTexts } from "./json-rows";

/** The values by which an item `w` with its classification `c` is grouped, each once; an empty one is none. */
const groupsOf: Record<Grouping, SQL> = {
  label: valuesOf.label,
  component: valuesOf.component,
  assignee: valuesOf.assignee,
  milestone: valuesOf.milestone,
  epic: sql`select w.parent_key`,
  source: sql`select w.source_id::text`,
  kind: sql`select c.kind`,
};

/**
 * Joins an item with each of its groups: `own.value`, null where it is in none, and `own.parts`, how
 * many groups it is in, at least 1.
 */
export function joinGroups(by: Grouping): SQL {
  if (!isShared(by)) {
    return sql`cross join lateral (
      select nullif(told.value, '') as value, 1 as parts from (${groupsOf[by]}) as told(value)) own`;
  }
  return sql`cross join lateral (
    select told.value, greatest(count(told.value) over (), 1)::int as parts
    from (select 1) one left join (${groupsOf[by]}) as told(value) on told.value <> '') own`;
}

/** Items of one of the groups, of another than these, or of none. */
export function groupCondition(filter: GroupFilter): SQL {
  const own = sql`select from (${groupsOf[filter.by]}) as own(value) where own.value <> ''`;
  if ("values" in filter)
    return sql`exists (${own} and own.value = any ${jsonTexts(filter.values)})`;
  if ("otherThan" in filter) {
    return sql`exists (${own} and own.value <> all ${jsonTexts(filter.otherThan)})`;
  }
  return sql`not exists (${own})`;
}
