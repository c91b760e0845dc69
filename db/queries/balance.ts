import { type SQL, sql } from "drizzle-orm";
import type { BalanceCell, Measure, Span, Unit } from "@/lib/domain/balance";
import { type Db, queryRows } from "../client";
import { type ItemFilter, itemConditions } from "./item-filter";
import { disputeAt, itemsAt } from "./items-as-known";

export type BalanceQuestion = {
  workspaceId: string;
  productId: string;
  filter: ItemFilter;
  /** In order and without gaps. */
  buckets: Span[];
  measure: Measure;
  unit: Unit;
  /** As it was known at this instant; absent: as it is. */
  asKnownAt?: Date | undefined;
};

/**
 * Amounts per bucket, category and kind. Bucket bounds are instants computed from the product's
 * calendar, so no time zone reaches the statement. For `open`, cells are changes of the stock.
 */
export async function readBalanceCells(db: Db, question: BalanceQuestion): Promise<BalanceCell[]> {
  const { buckets, measure } = question;
  if (buckets.length === 0) return [];
  switch (measure) {
    case "done":
      return readFlow(db, question, sql`w.closed_at`);
    case "opened":
      return readFlow(db, question, sql`w.created_at`);
    case "open":
      return readStockChanges(db, question);
  }
}

/** The first instant at which the measure counts anything; null where it never does. */
export async function readFirstInstant(
  db: Db,
  question: Omit<BalanceQuestion, "buckets" | "unit">,
): Promise<Date | null> {
  const at = question.measure === "done" ? sql`w.closed_at` : sql`w.created_at`;
  const [row] = await queryRows<{ ms: number | null }>(
    db,
    sql`
    select (extract(epoch from min(${at})) * 1000)::float8 as ms
    from ${itemsOf(question)}
    where ${itemConditions(question, question.filter)}`,
  );
  return row?.ms == null ? null : new Date(row.ms);
}

function readFlow(db: Db, question: BalanceQuestion, at: SQL): Promise<BalanceCell[]> {
  const { buckets, filter, unit } = question;
  const starts = instants(buckets.map(({ startsAt }) => startsAt));
  const end = lastEnd(buckets);
  return queryRows<BalanceCell>(
    db,
    sql`
    select width_bucket(${at}, ${starts}) - 1 as bucket,
           coalesce(c.category, 'unclassified') as category, c.kind,
           ${amount(unit)} as amount, ${unestimated(unit)} as unestimated,
           ${contested(unit)} as contested
    from ${itemsOf(question)}
    where ${itemConditions(question, filter)}
      and ${at} >= (${starts})[1] and ${at} < ${end}
    group by 1, 2, 3`,
  );
}

/**
 * An item is in the stock at a bucket's end when it was created before and not gone by then. It
 * enters at the first such end after its creation and leaves at the first after it was closed or
 * found removed; one closed before it was created never enters.
 */
function readStockChanges(db: Db, question: BalanceQuestion): Promise<BalanceCell[]> {
  const { buckets, filter, unit } = question;
  const ends = instants(buckets.map(({ endsAt }) => endsAt));
  const end = lastEnd(buckets);
  return queryRows<BalanceCell>(
    db,
    sql`
    with item as (
      select w.created_at, w.points,
             case when w.closed_at is not null or w.removed_at is not null
                  then greatest(least(w.closed_at, w.removed_at), w.created_at) end as gone_at,
             coalesce(c.category, 'unclassified') as category, c.kind,
             d.item_id is not null as is_contested
      from ${itemsOf(question)}
      where ${itemConditions(question, filter)} and w.created_at < ${end}
    ), change as (
      select created_at as at, 1 as sign, points, category, kind, is_contested from item
      union all
      select gone_at, -1, points, category, kind, is_contested from item
      where gone_at < ${end}
    )
    select width_bucket(w.at, ${ends}) as bucket, w.category, w.kind,
           ${unit === "items" ? sql`sum(w.sign)::float8` : sql`sum(w.sign * coalesce(w.points, 0))::float8`} as amount,
           ${unit === "items" ? sql`0` : sql`coalesce(sum(w.sign) filter (where w.points is null), 0)::int`} as unestimated,
           coalesce(sum(${unit === "items" ? sql`w.sign` : sql`w.sign * coalesce(w.points, 0)`})
             filter (where w.is_contested), 0)::float8 as contested
    from change w group by 1, 2, 3`,
  );
}

function amount(unit: Unit): SQL {
  return unit === "items" ? sql`count(*)::float8` : sql`coalesce(sum(w.points), 0)::float8`;
}

function contested(unit: Unit): SQL {
  return unit === "items"
    ? sql`count(d.item_id)::float8`
    : sql`coalesce(sum(w.points) filter (where d.item_id is not null), 0)::float8`;
}

function itemsOf({ asKnownAt }: Pick<BalanceQuestion, "asKnownAt">): SQL {
  return sql`${itemsAt(asKnownAt)} ${disputeAt(asKnownAt)}`;
}

function unestimated(unit: Unit): SQL {
  return unit === "items" ? sql`0` : sql`(count(*) filter (where w.points is null))::int`;
}

function instants(bounds: Date[]): SQL {
  const list = bounds.map((bound) => sql`${bound.toISOString()}::timestamptz`);
  return sql`array[${sql.join(list, sql`, `)}]`;
}

function lastEnd(buckets: Span[]): SQL {
  const end = buckets.at(-1)?.endsAt ?? new Date(0);
  return sql`${end.toISOString()}::timestamptz`;
}
