import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { ProductRow, SourceRow } from "@/db/schema";
import { fillRollups } from "./fill-rollups";
import { withoutIndexes } from "./without-indexes";

const atOnce = 100_000;
/** Statements under way at once; the embedded database takes them one by one. */
const connections = 2;

type FillHistory = { product: ProductRow; sources: SourceRow[]; items: number; now: Date };

/**
 * Fills a product with so many classified items of five years until now, made by the database
 * itself: two thirds closed, one in ten of them reopened before, 40 labels (up to two an item), 30
 * people, a fifth without an estimate, one in fifty decided otherwise at first. Their ledger is made beside them, from what was made and not
 * by the product's own statements, which take hours for ten million; `check:balance` compares it.
 */
export async function fillHistory(db: Db, input: FillHistory): Promise<void> {
  const journals = ["item_events", "classification_changes"];
  const tables = ["work_items", ...journals, "classifications", "ledger", "rollups"];
  await withoutIndexes(db, tables, async () => {
    const starts = Array.from({ length: Math.ceil(input.items / atOnce) }, (_, at) => at * atOnce);
    await Promise.all(
      Array.from({ length: connections }, async (_, worker) => {
        const own = starts.filter((_start, at) => at % connections === worker);
        for (const start of own) await fillItems(db, input, start);
      }),
    );
    await fillRollups(db, input.product);
  });
  await db.execute(sql`vacuum analyze`);
}

async function fillItems(db: Db, input: FillHistory, from: number): Promise<void> {
  const { workspaceId, id: productId, timeZone } = input.product;
  const made = madeItems(input, from);
  await db.execute(sql`
    insert into work_items (workspace_id, id, product_id, source_id, external_id, key, number, url,
      title, body, state, labels, assignee, assignees, points, created_at, updated_at, closed_at)
    select ${workspaceId}::uuid, id, ${productId}::uuid, source_id, n::text, 'bench/shop#' || n, n,
      'https://github.com/bench/shop/issues/' || n, 'Item ' || n, repeat('Some text. ', n % 40),
      case when closed_at is null then 'open' else 'closed' end, labels, assignee,
      jsonb_build_array(assignee) || coalesce(co_assignees, '[]'::jsonb), points, created_at, created_at, closed_at
    from (${made}) made`);
  await db.execute(sql`
    insert into item_events (workspace_id, item_id, at, type)
    select ${workspaceId}::uuid, id, passage.at, passage.type
    from (${made}) made
    cross join lateral (values (left_at, 'closed'), (back_at, 'reopened'), (closed_at, 'closed'))
      passage(at, type)
    where passage.at is not null`);
  await db.execute(sql`
    insert into classifications (workspace_id, item_id, category, kind, because, evidence)
    select ${workspaceId}::uuid, id, category, kind, case when category is not null then 'label' end,
      '[]'::jsonb
    from (${made}) made`);
  await db.execute(sql`
    insert into classification_changes (workspace_id, item_id, id, at, to_category, to_kind, because,
      evidence, initial)
    select ${workspaceId}::uuid, id, gen_random_uuid(), answer.at, answer.category, answer.kind,
      'label', '[]'::jsonb, answer.at = created_at
    from (${made}) made
    cross join lateral (values (created_at, case when other_at is null then category else 'maintenance' end,
        case when other_at is null then kind else 'dependency' end),
      (other_at, category, kind)) answer(at, category, kind)
    where answer.at is not null and answer.category is not null`);
  await db.execute(sql`
    insert into ledger (workspace_id, product_id, item_id, day, source_id, opened, done, open,
      category, kind, points, effort_days, assignee, co_assignees, labels, opened_at, is_open,
      lead_days, known_since)
    select ${workspaceId}::uuid, ${productId}::uuid, id, passed.day, source_id, passed.opened,
      passed.done, passed.open, coalesce(category, 'unclassified'), coalesce(kind, ''), points, null,
      assignee, co_assignees, labels, case when passed.opened > 0 then created_at end,
      passed.opened > 0 and closed_at is null,
      case when passed.done > 0 then extract(epoch from closed_at - created_at)::float8 / 86400 end,
      case when passed.opened > 0 then greatest(created_at, back_at, closed_at, other_at) end
    from (${made}) made
    cross join lateral (
      select (at at time zone ${timeZone})::date as day, sum(opened)::smallint as opened,
        sum(done)::smallint as done, sum(open)::smallint as open
      from (values (created_at, 1, 0, 1), (left_at, 0, 0, -1), (back_at, 0, 0, 1),
        (closed_at, 0, 1, -1)) passage(at, opened, done, open)
      where at is not null group by 1
    ) passed
    where passed.opened <> 0 or passed.done <> 0 or passed.open <> 0`);
}

/** A slice of the items, with what happened to each; nothing of it after now. */
function madeItems({ sources, items, now }: FillHistory, from: number): SQL {
  const until = sql`${now.toISOString()}::timestamptz`;
  const step = sql`interval '1 millisecond' * ${(5 * 365 * 86_400_000) / items}::float8`;
  const sourceIds = sql.join(
    sources.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  );
  return sql`
    select n, ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id,
      (array[${sourceIds}])[1 + n / 3 % ${sources.length}::int] as source_id, created_at,
      case when n % 3 <> 0 and done_at <= ${until} then done_at end as closed_at,
      case when n % 30 = 1 and again_at <= ${until}
        then created_at + n % 50 * interval '8 hours' end as left_at,
      case when n % 30 = 1 and again_at <= ${until} then again_at end as back_at,
      -- Decided otherwise until then.
      case when n % 50 = 7 and n / 11 % 7 <> 6 and other_at <= ${until} then other_at end as other_at,
      case n % 4 when 0 then '[]'::jsonb
        when 1 then jsonb_build_array('label ' || n / 4 % 40)
        else jsonb_build_array('label ' || n / 4 % 40, 'label ' || n / 160 % 40) end as labels,
      'person ' || n / 7 % 30 as assignee,
      case when n % 12 = 5
        then jsonb_build_array('person ' || (n / 7 + 1 + n / 12 % 29) % 30) end as co_assignees,
      case when n % 5 <> 0 then (n / 5 % 9)::float8 end as points,
      (array['feature', 'feature', 'maintenance', 'tech_debt', 'rewrite', 'excluded',
        null])[1 + n / 11 % 7] as category,
      (array['enhancement', 'new_feature', 'bug', 'cleanup', 'refactor', 'question',
        null])[1 + n / 11 % 7] as kind
    from generate_series(${from}::int, ${Math.min(items, from + atOnce) - 1}::int) n
    cross join lateral (
      select date_trunc('milliseconds', ${until} - n * ${step}) as created_at) made_at
    cross join lateral (select created_at + n % 50 * interval '1 day' as done_at,
      created_at + n % 50 * interval '16 hours' as again_at,
      created_at + (1 + n % 400) * interval '1 day' as other_at) later`;
}
