import { sql } from "drizzle-orm";
import type { LeadTimeCell, StockCell } from "@/lib/domain/flow";
import { type Db, queryRows } from "../client";
import { daysArray } from "./days-array";
import { type LedgerQuestion, ledgerRowsOf } from "./ledger-filter";
import { type StockQuestion, stockRows } from "./stock-rows";

/**
 * Lead times of what was done from the first day of `starts` until the day `to`, per bucket (which
 * begin at `starts`) and category, and per category over all.
 */
export async function readLeadTimes(
  db: Db,
  { starts, to, ...question }: LedgerQuestion & { starts: string[]; to: string },
): Promise<LeadTimeCell[]> {
  const [from] = starts;
  if (from === undefined) return [];
  return queryRows<LeadTimeCell>(
    db,
    sql`
    select o.bucket, o.category, count(*)::int as items,
      percentile_cont(0.5) within group (order by o.days) as "medianDays",
      percentile_cont(0.85) within group (order by o.days) as "p85Days"
    from (
      select width_bucket(l.day, ${daysArray(starts)}) - 1 as bucket, l.category,
        l.lead_days as days
      from ${ledgerRowsOf(question)} l
      where l.lead_days is not null and l.day between ${from}::date and ${to}::date
    ) o
    group by grouping sets ((o.bucket, o.category), (o.category))`,
  );
}

/**
 * When what is in the stock at the end of `day` was created. Half of it and the oldest 15 % are told
 * as though what was created after `notAfter` had been created then.
 */
export function readStock(
  db: Db,
  question: StockQuestion & { notAfter: Date | null },
): Promise<StockCell[]> {
  const { notAfter } = question;
  const latest = notAfter === null ? sql`o.ms` : sql`least(o.ms, ${notAfter.getTime()}::float8)`;
  return queryRows<StockCell>(
    db,
    sql`
    select o.category, count(*)::int as items, min(o.ms) as "oldestMs", max(o.ms) as "newestMs",
      percentile_cont(0.5) within group (order by ${latest}) as "medianMs",
      percentile_cont(0.15) within group (order by ${latest}) as "p15Ms"
    from (
      select o.category, extract(epoch from o.opened_at)::float8 * 1000 as ms
      from (${stockRows(question)}) o
    ) o
    group by o.category`,
  );
}
