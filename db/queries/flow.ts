import { type SQL, sql } from "drizzle-orm";
import type { Span } from "@/lib/domain/balance";
import type { LeadTimeCell, OpenAgeCell } from "@/lib/domain/flow";
import { type Db, queryRows } from "../client";
import { type ItemFilter, itemConditions } from "./item-filter";
import { openOn } from "./items";
import { disputeAt, itemsAt } from "./items-as-known";

type FlowQuestion = {
  workspaceId: string;
  productId: string;
  filter: ItemFilter;
  /** As it was known at this instant; absent: as it is. */
  asKnownAt?: Date | undefined;
};

/**
 * Lead times of what was done, per bucket (its span) and category and per category over all. One
 * closed before it was created took no time.
 */
export async function readLeadTimes(
  db: Db,
  { spans, ...question }: FlowQuestion & { spans: Span[] },
): Promise<LeadTimeCell[]> {
  const last = spans.at(-1);
  if (last === undefined) return [];
  const bounds = sql.join(
    spans.map(({ startsAt }) => instant(startsAt)),
    sql`, `,
  );
  const starts = sql`array[${bounds}]`;
  return queryRows<LeadTimeCell>(
    db,
    sql`
    select o.bucket, o.category, ${spread}
    from (
      select width_bucket(w.closed_at, ${starts}) - 1 as bucket, ${category} as category,
             ${daysBetween(sql`w.created_at`, sql`w.closed_at`)} as days
      from ${itemsOf(question)}
      where ${itemConditions(question, question.filter)}
        and w.closed_at >= (${starts})[1] and w.closed_at < ${instant(last.endsAt)}
    ) o
    group by grouping sets ((o.bucket, o.category), (o.category))`,
  );
}

/** How old the items are, at `asOf`, that are in the stock at the end of a day. */
export async function readOpenAges(
  db: Db,
  { end, asOf, ...question }: FlowQuestion & { end: { day: string; endsAt: Date }; asOf: Date },
): Promise<OpenAgeCell[]> {
  const rows = await queryRows<Omit<OpenAgeCell, "oldestCreatedAt"> & { oldestMs: number }>(
    db,
    sql`
    select o.category, ${spread}, max(o.days) as "oldestDays",
           (extract(epoch from min(o.created_at)) * 1000)::float8 as "oldestMs"
    from (
      select ${category} as category, w.created_at,
             ${daysBetween(sql`w.created_at`, instant(asOf))} as days
      from ${itemsOf(question)}
      where ${itemConditions(question, question.filter)}
        and ${openOn(question, end, question.asKnownAt)}
    ) o
    group by o.category`,
  );
  return rows.map(({ oldestMs, ...cell }) => ({ ...cell, oldestCreatedAt: new Date(oldestMs) }));
}

const category = sql`coalesce(c.category, 'unclassified')`;

const spread = sql`count(*)::int as items,
  percentile_cont(0.5) within group (order by o.days) as "medianDays",
  percentile_cont(0.85) within group (order by o.days) as "p85Days"`;

/** Days of 24 hours; never less than none. */
function daysBetween(start: SQL, end: SQL): SQL {
  return sql`greatest(0, extract(epoch from ${end} - ${start})::float8 / 86400)`;
}

function itemsOf({ asKnownAt }: FlowQuestion): SQL {
  return sql`${itemsAt(asKnownAt)} ${disputeAt(asKnownAt)}`;
}

function instant(at: Date): SQL {
  return sql`${at.toISOString()}::timestamptz`;
}
