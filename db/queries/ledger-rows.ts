import { type SQL, sql } from "drizzle-orm";
import { coAssignees } from "./assignees";
import { itemsWithClassification } from "./item-filter";
import { itemsAt } from "./items-as-known";
import { knownSince } from "./known-since";
import { clockOf, localDay } from "./local-day";

/** A row of the ledger, but for whose it is. */
const columns = [
  ...["item_id", "day", "source_id", "opened", "done", "open", "category", "kind", "points"],
  ...["effort_days", "assignee", "co_assignees", "labels", "opened_at", "is_open", "lead_days"],
  "known_since",
];
export const ledgerColumns = sql.raw(columns.join(", "));
/** Of those, what may change while item and day stay. */
export const ledgerChanges = sql.raw(
  columns
    .slice(2)
    .map((name) => `${name} = excluded.${name}`)
    .join(", "),
);

type LedgerSource = {
  workspaceId: string;
  /** The product's: whose days they are. */
  timeZone: string;
  /** Which items: conditions over `work_items w` and their classification `c`. */
  where: SQL;
  /** What else the conditions read, joined to them. */
  joined?: SQL | undefined;
  /** As it was known at an instant, of the items `only` holds; absent: as it is. */
  past?: { asKnownAt: Date; only: SQL } | undefined;
};

/**
 * The ledger's rows as the journals give them, one for each item and day on which it changes a
 * measure: a statement of `ledgerColumns`. The only definition of what is counted when:
 *
 * - an item is opened on the day it was created and done on the day it was last closed, if it is;
 * - it enters the stock when created, leaves it when closed or found gone, comes back when reopened;
 *   nothing happens before it was created, and nothing after it was gone but that it was done.
 *
 * The last closing is the item's own word, whatever its events end with. One closed before it was
 * created took no time.
 */
export function ledgerRows(source: LedgerSource): SQL {
  const { workspaceId, timeZone, where, past } = source;
  const items = past === undefined ? itemsWithClassification : itemsAt(past.asKnownAt, past.only);
  const until = past && sql`and e.at <= ${past.asKnownAt.toISOString()}::timestamptz`;
  const since = past === undefined ? knownSince : sql`null::timestamptz`;
  return sql`
    with own as materialized (
      select w.id, w.source_id, w.created_at, w.closed_at, w.removed_at, w.points,
        w.effort_days, w.assignee, ${coAssignees} as co_assignees, w.labels,
        coalesce(c.category, 'unclassified') as category, coalesce(c.kind, '') as kind,
        ${since} as known_since
      from ${items} ${source.joined ?? sql``}
      where ${where}
    ), told as (
      select e.item_id, e.type, e.at, greatest(e.at, own.created_at) as clamped
      from own join item_events e on e.workspace_id = ${workspaceId} and e.item_id = own.id
      where e.type in ('closed', 'reopened') ${until ?? sql``}
    ), turned as (
      select told.*, lag(type, 1, 'reopened') over by_time as before,
        bool_or(type = 'reopened') over (by_time rows between 1 following and unbounded following)
          as returns
      from told window by_time as (partition by item_id order by at, type)
    ), passed as (
      -- Two of a kind in a row are one; a closing that no reopening follows is told by the item.
      select item_id, clamped as at, case type when 'closed' then -1 else 1 end as open
      from turned where type <> before and (type = 'reopened' or returns)
    ), left_at as (
      select own.id, greatest(own.closed_at, own.created_at, latest.at) as at
      from own left join (select item_id, max(at) as at from passed group by item_id) latest
        on latest.item_id = own.id
      where own.closed_at is not null
    ), stock as (
      select id as item_id, created_at as at, 1 as open from own
      union all select item_id, at, open from passed
      union all select id, at, -1 from left_at
    ), present as (
      select stock.* from stock join own on own.id = stock.item_id
      where own.removed_at is null or stock.at < own.removed_at
    ), gone (item_id, at, open) as (
      select own.id, greatest(own.removed_at, own.created_at), -sum(present.open)::int
      from own join present on present.item_id = own.id
      where own.removed_at is not null
      group by own.id, own.removed_at, own.created_at
    ), deltas as (
      select item_id, at, 0 as opened, 0 as done, open from present
      union all select item_id, at, 0, 0, open from gone
      union all select id, created_at, 1, 0, 0 from own
      union all select id, closed_at, 0, 1, 0 from own where closed_at is not null
    ), clock as materialized (${clockOf(timeZone)}
    ), days as (
      select d.item_id, ${localDay(sql`d.at`)} as day, sum(d.opened)::smallint as opened,
        sum(d.done)::smallint as done, sum(d.open)::smallint as open
      from deltas d cross join clock
      group by 1, 2
    )
    select days.item_id, days.day, own.source_id, days.opened, days.done, days.open, own.category,
      own.kind, own.points, own.effort_days, own.assignee, own.co_assignees,
      own.labels,
      case when days.opened <> 0 then own.created_at end as opened_at,
      days.opened <> 0 and days.stays > 0 as is_open,
      case when days.done <> 0 then
        greatest(0, extract(epoch from own.closed_at - own.created_at)::float8 / 86400)
      end as lead_days,
      case when days.opened <> 0 then own.known_since end as known_since
    from (select *, sum(open) over (partition by item_id) as stays from days) days
    join own on own.id = days.item_id
    where days.opened <> 0 or days.done <> 0 or days.open <> 0`;
}
