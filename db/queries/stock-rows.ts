import { type SQL, sql } from "drizzle-orm";
import { isOfPast, type LedgerQuestion, ledgerRowsOf, pastRows } from "./ledger-filter";

/** Of the end of a day of the product's time zone. */
export type StockQuestion = LedgerQuestion & { day: string };

/** What is in the stock, one row an item: `item_id, category, opened_at` (when it was created). */
export function stockRows(question: StockQuestion): SQL {
  if (!isOfPast(question)) return stockNow(question, ledgerRowsOf(question));
  const { unchanged, known } = pastRows(question);
  return sql`(${stockNow(question, unchanged)}) union all (${addedUp(question, known)})`;
}

/** Item by item, as the balance adds up its stock. */
function addedUp({ day }: StockQuestion, rows: SQL): SQL {
  return sql`
    select l.item_id, l.category, max(l.opened_at) as opened_at from ${rows} l
    where l.day <= ${day}::date
    group by l.item_id, l.category having sum(l.open) > 0`;
}

/** The same of rows that the ledger holds: only what has later ones is asked how it was until then. */
function stockNow({ workspaceId, productId, day }: StockQuestion, rows: SQL): SQL {
  return sql`
    with later as materialized (
      select distinct l.item_id from ledger l
      where l.workspace_id = ${workspaceId} and l.product_id = ${productId}
        and l.day > ${day}::date
    )
    select l.item_id, l.category, l.opened_at from ${rows} l
    where l.is_open and not exists (select from later where later.item_id = l.item_id)
    union all
    select l.item_id, l.category, l.opened_at from ${rows} l
    where l.opened <> 0 and l.day <= ${day}::date and l.item_id in (select item_id from later)
      and (select sum(before.open) from ledger before
        where before.workspace_id = ${workspaceId} and before.item_id = l.item_id
          and before.day <= ${day}::date) > 0`;
}
