import { type SQL, sql } from "drizzle-orm";
import type { ItemField } from "@/lib/domain/item-field";
import { type Db, queryRows } from "../client";

export type ItemValueRow = { value: string; items: number };

/** The values a field has among a product's items, the most frequent first. */
export function readItemValues(
  db: Db,
  question: { workspaceId: string; productId: string; field: ItemField; q: string; limit: number },
): Promise<ItemValueRow[]> {
  const pattern = `%${question.q.replace(/[\\%_]/g, "\\$&")}%`;
  const values = valuesOf[question.field];
  return queryRows<ItemValueRow>(
    db,
    sql`
    select own.value, count(*)::int as items
    from work_items w cross join lateral (${values}) as own(value)
    where w.workspace_id = ${question.workspaceId} and w.product_id = ${question.productId}
      and own.value ilike ${pattern}
    group by own.value
    order by items desc, own.value
    limit ${question.limit}`,
  );
}

const valuesOf: Record<ItemField, SQL> = {
  label: sql`select distinct jsonb_array_elements_text(w.labels)`,
  component: sql`select distinct jsonb_array_elements_text(w.components)`,
  type: sql`select w.type`,
  status: sql`select w.status`,
  priority: sql`select w.priority`,
  sprint: sql`select w.sprint`,
  milestone: sql`select w.milestone`,
  author: sql`select w.author`,
  assignee: sql`select w.assignee`,
};
