import { type SQL, sql } from "drizzle-orm";
import type { BalanceQuestion } from "@/db/queries/balance";
import { itemConditions, itemsWithClassification } from "@/db/queries/item-filter";
import { disputeAt } from "@/db/queries/items-as-known";

/**
 * The same question put to the wide table of items, without a ledger: what the ledger and its sums
 * are measured against. Its stock knows no reopening.
 */
export function wideTableStatement(question: BalanceQuestion): SQL {
  const { starts, measure, unit, filter, days } = question;
  const bounds = sql`(array(select jsonb_array_elements_text(${JSON.stringify(starts)}::text::jsonb)::timestamptz))`;
  const end = sql`(${days.range.to}::date + 1)::timestamptz`;
  const items = sql`${itemsWithClassification} ${disputeAt(undefined)}
    where ${itemConditions(question, filter)}`;
  const amount = (sign: SQL) =>
    unit === "items" ? sql`sum(${sign})` : sql`sum(${sign} * coalesce(points, 0))`;
  if (measure !== "open") {
    const at = measure === "done" ? sql`w.closed_at` : sql`w.created_at`;
    return sql`select width_bucket(${at}, ${bounds}), c.category, c.kind, ${amount(sql`1`)}
      from ${items} and ${at} >= (${bounds})[1] and ${at} < ${end} group by 1, 2, 3`;
  }
  return sql`
    with item as (select w.created_at, w.closed_at, w.points, c.category, c.kind from ${items}),
    change as (
      select created_at as at, 1 as sign, points, category, kind from item
      union all select closed_at, -1, points, category, kind from item where closed_at is not null)
    select width_bucket(at, ${bounds}), category, kind, ${amount(sql`sign`)}
    from change where at < ${end} group by 1, 2, 3`;
}
