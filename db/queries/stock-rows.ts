import { type SQL, sql } from "drizzle-orm";
import { type LedgerQuestion, ledgerRowsOf } from "./ledger-filter";

/** Of the end of a day of the product's time zone. */
export type StockQuestion = LedgerQuestion & { day: string };

/** What is in the stock, one row an item: `item_id, category, opened_at` (when it was created). */
export function stockRows(question: StockQuestion): SQL {
  return question.asKnownAt === undefined ? stockNow(question) : addedUp(question);
}

/** Item by item, as the balance adds up its stock. */
function addedUp({ day, ...question }: StockQuestion): SQL {
  return sql`
    select l.item_id, l.category, max(l.opened_at) as opened_at from ${ledgerRowsOf(question)} l
    where l.day <= ${day}::date
    group by l.item_id, l.category having sum(l.open) > 0`;
}

/** The same; but only what the ledger holds after the day is asked how it was until then. */
function stockNow({ day, ...question }: StockQuestion): SQL {
  const { workspaceId, productId } = question;
  const rows = ledgerRowsOf(question);
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
