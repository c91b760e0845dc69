import { type SQL, sql } from "drizzle-orm";
import type { BalanceQuestion } from "@/db/queries/balance";
import { itemConditions, itemsWithClassification } from "@/db/queries/item-filter";
import { disputeAt } from "@/db/queries/items-as-known";

/**
 * The same question as one writes it first: each bucket joined with the items that fall into it, or
 * that were open at its end. Its stock knows no reopening.
 */
export function naiveStatement(question: BalanceQuestion): SQL {
  const { starts, measure, unit, filter, days } = question;
  const end = sql`(${days.range.to}::date + 1)::timestamptz`;
  const falls = {
    done: sql`item.closed_at >= b.start and item.closed_at < b.until`,
    opened: sql`item.created_at >= b.start and item.created_at < b.until`,
    open: sql`item.created_at < b.until
      and (item.closed_at is null or item.closed_at >= b.until)`,
  };
  return sql`
    with b as (
      select start, coalesce(lead(start) over (order by start), ${end}) as until
      from (select jsonb_array_elements_text(${JSON.stringify(starts)}::text::jsonb)::timestamptz
        as start) each_of
    )
    select b.start, item.category, item.kind,
      ${unit === "items" ? sql`count(*)` : sql`sum(coalesce(item.points, 0))`}
    from b join (
      select w.created_at, w.closed_at, w.points, c.category, c.kind
      from ${itemsWithClassification} ${disputeAt(undefined)}
      where ${itemConditions(question, filter)}) item on ${falls[measure]}
    group by 1, 2, 3`;
}
