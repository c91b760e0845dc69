import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { rebuildLedger } from "@/db/queries/ledger";
import type { ProductRow, SourceRow } from "@/db/schema";

const atOnce = 100_000;

/**
 * Fills a product with so many classified items of five years until now, made by the database
 * itself: two thirds closed, one in ten of them reopened before, 40 labels (up to two an item), 30
 * people, a fifth without an estimate. Then derives its ledger. Returns what that took, in ms.
 */
export async function fillHistory(
  db: Db,
  { product, sources, items, now }: FillHistory,
): Promise<{ ledgerMs: number }> {
  const { workspaceId, id: productId } = product;
  const sourceIds = sql`(array[${sql.join(
    sources.map(({ id }) => sql`${id}::uuid`),
    sql`, `,
  )}])`;
  const step = sql`interval '1 millisecond' * ${(5 * 365 * 86_400_000) / items}::float8`;
  for (let from = 0; from < items; from += atOnce) {
    const numbers = sql`generate_series(${from}::int, ${Math.min(items, from + atOnce) - 1}::int) n
      cross join lateral (select ${now.toISOString()}::timestamptz - n * ${step} as ts,
        ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id) t`;
    await db.execute(sql`
      insert into work_items (workspace_id, id, product_id, source_id, external_id, key, number, url,
        title, body, state, labels, assignee, assignees, points, created_at, updated_at, closed_at)
      select ${workspaceId}::uuid, t.id, ${productId}::uuid,
        ${sourceIds}[1 + n % ${sources.length}::int], n::text, 'bench/shop#' || n, n,
        'https://github.com/bench/shop/issues/' || n, 'Item ' || n, repeat('Some text. ', n % 40),
        case when n % 3 = 0 then 'open' else 'closed' end,
        case n % 4 when 0 then '[]'::jsonb
          when 1 then jsonb_build_array('label ' || n / 4 % 40)
          else jsonb_build_array('label ' || n / 4 % 40, 'label ' || n / 160 % 40) end,
        'person ' || n / 7 % 30, '[]'::jsonb,
        case when n % 5 = 0 then null else n / 5 % 9 end, ts, ts,
        case when n % 3 = 0 then null else least(ts + n % 50 * interval '1 day', ${now.toISOString()}) end
      from ${numbers}`);
    await db.execute(sql`
      insert into item_events (workspace_id, item_id, at, type)
      select ${workspaceId}::uuid, t.id, passage.at, passage.type
      from ${numbers}
      cross join lateral (values (ts + n % 50 * interval '8 hours', 'closed'),
        (ts + n % 50 * interval '16 hours', 'reopened')) passage(at, type)
      where n % 30 = 1`);
    await db.execute(sql`
      insert into classifications (workspace_id, item_id, category, kind, because, evidence)
      select ${workspaceId}::uuid, t.id, answer.category, answer.kind, 'label', '[]'::jsonb
      from ${numbers}
      cross join lateral (select (array['feature', 'feature', 'maintenance', 'tech_debt', 'rewrite',
        'excluded', null])[1 + n / 11 % 7] as category, (array['enhancement', 'new_feature', 'bug',
        'cleanup', 'refactor', 'question', null])[1 + n / 11 % 7] as kind) answer`);
  }
  await db.execute(sql`analyze`);
  const beganAt = performance.now();
  await db.transaction((tx) => rebuildLedger(tx, { workspaceId, productId }));
  const ledgerMs = performance.now() - beganAt;
  await db.execute(sql`vacuum analyze`);
  return { ledgerMs };
}

type FillHistory = { product: ProductRow; sources: SourceRow[]; items: number; now: Date };
