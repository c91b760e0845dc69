import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import type { ProductRow, SourceRow } from "@/db/schema";

const atOnce = 50_000;
const titles = [
  "Add %s to the checkout",
  "Fix %s after the upgrade",
  "%s is wrong when the cart is empty",
  "Refactor %s",
  "chore: tidy up %s",
  "docs: explain %s",
  "Support %s for guests",
  "What is %s for?",
];
const things = ["export", "invoice", "search", "login", "rounding", "report", "webhook", "cache"];
const labels = ["bug", "enhancement", "tech debt", "documentation", "question", "area: billing"];

/**
 * Fills a source with so many items made by the database itself, five years of one every few
 * minutes: half have a label, a tenth have a parent, each has a body of a few hundred characters.
 * Only what classification reads is there: no raw records and no journal.
 */
export async function fillProduct(
  db: Db,
  { product, source, items }: { product: ProductRow; source: SourceRow; items: number },
): Promise<void> {
  const of = (all: string[], by: string) =>
    sql.raw(`(array[${all.map((one) => `'${one}'`).join(",")}])[1 + (${by}) % ${all.length}]`);
  for (let from = 0; from < items; from += atOnce) {
    const to = Math.min(items, from + atOnce) - 1;
    await db.execute(sql`
      insert into work_items (workspace_id, id, product_id, source_id, external_id, key, number, url,
        title, body, state, labels, assignees, parent_key, created_at, updated_at, closed_at, resolution)
      select ${product.workspaceId}::uuid, gen_random_uuid(), ${product.id}::uuid, ${source.id}::uuid,
        n::text, 'bench/shop#' || n, n, 'https://github.com/bench/shop/issues/' || n,
        replace(${of(titles, "n * 7")}, '%s', ${of(things, "n / 8")} || ' ' || n),
        repeat('When the ' || ${of(things, "n / 3")} || ' is opened it shows an error. ', 1 + n % 12),
        case when n % 3 = 0 then 'open' else 'closed' end,
        case when n % 2 = 0 then jsonb_build_array(${of(labels, "n / 2")}) else '[]'::jsonb end,
        '[]'::jsonb,
        case when n % 10 = 9 then 'bench/shop#' || (n - n % 100) end,
        ts, ts, case when n % 3 = 0 then null else ts + interval '3 days' end,
        case when n % 3 = 0 then null else 'completed' end
      from generate_series(${from}::int, ${to}::int) n
      cross join lateral (select timestamptz '2021-01-01' + n * interval '2 minutes' as ts) t`);
  }
  await db.execute(sql`analyze work_items`);
}
