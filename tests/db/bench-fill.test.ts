import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Db, queryRows } from "@/db/client";
import { findDifferingCells } from "@/db/queries/ledger";
import { fillHistory } from "@/scripts/bench/fill-history";
import { makeProduct, makeSource, testNow } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";

describeOnBothEngines("what benchmarks fill", (db) => {
  test("its ledger and sums are what the product makes of its journals, and no index is lost", async () => {
    const product = await makeProduct(db(), {
      timeZone: "America/New_York",
      weekStart: "sunday",
    });
    const source = await makeSource(db(), product);
    const sources = [source, await makeSource(db(), product)];
    const before = await indexesAndKeys(db());
    await fillHistory(db(), { product, sources, items: 3000, now: testNow });
    expect(await indexesAndKeys(db())).toEqual(before);
    const key = { workspaceId: product.workspaceId, productId: product.id };
    expect(await findDifferingCells(db(), key, 10)).toEqual([]);
    // Two thirds, and a thirtieth, without those whose day is still to come.
    expect(await countsOf(db())).toEqual({ items: 3000, done: 1967, reopened: 98, sums: true });
  });
});

function indexesAndKeys(db: Db) {
  return queryRows<{ definition: string }>(
    db,
    sql`
    select pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid::regclass::text in (select tablename from pg_tables where schemaname = 'public')
    union all
    select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint
    order by 1`,
  );
}

async function countsOf(db: Db) {
  const [counts] = await queryRows(
    db,
    sql`
    select (select count(*)::int from work_items) as items,
      (select sum(done)::int from ledger) as done,
      (select count(*)::int from item_events where type = 'reopened') as reopened,
      (select count(distinct dimension) = 4 from rollups) as sums`,
  );
  return counts;
}
