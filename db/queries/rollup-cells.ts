import { type SQL, sql } from "drizzle-orm";
import { weekdays } from "@/lib/domain/balance";

/** Longer values would not fit an index; who filters by one is answered from the ledger. */
export const longestRolledValue = 200;

const amountNames = [
  ...["opened", "done", "open"].flatMap((measure) => [
    measure,
    `${measure}_points`,
    `${measure}_unestimated`,
  ]),
  // Effort is known of what is done.
  ...["done_effort_days", "done_unmeasured"],
];
const amounts = sql.raw(amountNames.join(", "));
const anyAmount = sql.raw(amountNames.map((name) => `${name} <> 0`).join(" or "));
const grown = sql.raw(
  amountNames.map((name) => `${name} = r.${name} + excluded.${name}`).join(", "),
);

type ProductKey = { workspaceId: string; productId: string };

/** Adds signed ledger rows (`sign`, 1 or -1) to the cells they belong to, in the cells' order. */
export function rollupCells(key: ProductKey, signed: SQL): SQL {
  return sql`
    insert into rollups as r (workspace_id, product_id, dimension, grain, value, start, category,
      kind, ${amounts})
    select ${key.workspaceId}::uuid, ${key.productId}::uuid, x.* from (${cellsOf(key, signed)}) x
    order by x.dimension, x.grain, x.value, x.start, x.category, x.kind
    on conflict (workspace_id, product_id, dimension, grain, value, start, category, kind)
    do update set ${grown}`;
}

/** Cells that the ledger gives otherwise than they are stored, as text, with what is stored. */
export function storedRollups(key: ProductKey, signed: SQL): SQL {
  const stored = sql`select r.dimension, r.grain, r.value, r.start, r.category, r.kind, ${amounts}
    from rollups r
    where r.workspace_id = ${key.workspaceId} and r.product_id = ${key.productId}
      and (${anyAmount})`;
  return sql`, expected as materialized (${cellsOf(key, signed)}),
    kept as materialized (${stored})
    select 'rollups' as table, x::text as cell from (
      (select 'expected', e.* from (select * from expected except all select * from kept) e)
      union all
      (select 'stored', k.* from (select * from kept except all select * from expected) k)
    ) x`;
}

function cellsOf({ workspaceId, productId }: ProductKey, signed: SQL): SQL {
  const weekDay = sql`array_position(array[${sql.join(
    weekdays.map((name) => sql`${name}::text`),
    sql`, `,
  )}], p.week_start)`;
  return sql`
    select * from (select dimension, grain, value, start, category, kind,
      sum(sign * opened)::int as opened,
      sum(sign * opened * coalesce(points, 0)::numeric) as opened_points,
      coalesce(sum(sign * opened) filter (where points is null), 0)::int as opened_unestimated,
      sum(sign * done)::int as done,
      sum(sign * done * coalesce(points, 0)::numeric) as done_points,
      coalesce(sum(sign * done) filter (where points is null), 0)::int as done_unestimated,
      sum(sign * open)::int as open,
      sum(sign * open * coalesce(points, 0)::numeric) as open_points,
      coalesce(sum(sign * open) filter (where points is null), 0)::int as open_unestimated,
      sum(sign * done * coalesce(effort_days, 0)) as done_effort_days,
      coalesce(sum(sign * done) filter (where effort_days is null), 0)::int as done_unmeasured
    from (
      select m.*, trait.dimension, trait.value, grain.grain, grain.start
      from ${signed} m
      cross join (select ${weekDay} as week_day from products p
        where p.workspace_id = ${workspaceId} and p.id = ${productId}) calendar
      cross join lateral (
        select 'all' as dimension, '' as value
        union all select 'source', m.source_id::text
        union all (select distinct 'assignee', own.assignee
          from (select m.assignee
            union all select jsonb_array_elements_text(m.co_assignees)) own
          where length(own.assignee) <= ${longestRolledValue})
        union all (select distinct 'label', own.label
          from jsonb_array_elements_text(m.labels) own(label)
          where length(own.label) <= ${longestRolledValue})
      ) trait
      cross join lateral (
        select 'day' as grain, m.day as start
        union all select 'week',
          m.day - (extract(isodow from m.day)::int - calendar.week_day + 7) % 7
        union all select 'month', date_trunc('month', m.day)::date
      ) grain
    ) cell
    group by 1, 2, 3, 4, 5, 6
) cells where ${anyAmount}`;
}
