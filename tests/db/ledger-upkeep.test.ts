import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/client";
import { findDifferingCells, refreshLedger } from "@/db/queries/ledger";
import type { ProductRow } from "@/db/schema";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { deleteSource } from "@/lib/services/delete-source";
import { getBalance } from "@/lib/services/get-balance";
import { updateSource } from "@/lib/services/update-source";
import { bringLedgersUp } from "@/lib/sync/bring-ledgers-up";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { syncOnce } from "@/tests/setup/sync-once";

const silent = { info: () => undefined, error: () => undefined };
const closedAt = new Date("2026-01-20T09:00:00Z");

describeOnBothEngines("the ledger's upkeep", (db) => {
  async function syncedProduct() {
    const product = await makeProduct(db());
    const source = await makeSource(db(), product, { kind: "jira" });
    const tracker = new MemoryTracker([
      workItem({ number: 1, labels: ["bug"], closedAt, points: 3 }),
      workItem({ number: 2, isSubtask: true, parentKey: "owner/repository#1", closedAt }),
      workItem({ number: 3, isContainer: true, closedAt }),
    ]);
    await syncOnce(db(), source, tracker.connector());
    return { product, source, tracker, ctx: contextOf(db(), product) };
  }

  const differing = ({ workspaceId, id: productId }: ProductRow) =>
    findDifferingCells(db(), { workspaceId, productId }, 10);

  async function doneOf(product: ProductRow): Promise<number> {
    const query = getBalanceSchema.parse({ from: "2026-01-01", to: "2026-01-31", bucket: "month" });
    const ctx = contextOf(db(), product);
    const { totals } = await getBalance({ ctx, input: { productId: product.id, query } });
    return Object.values(totals.counts).reduce((sum, count) => sum + count, totals.excluded);
  }

  test("a cell that somebody changed is found, in the ledger and in its sums", async () => {
    const { product } = await syncedProduct();
    expect(await differing(product)).toEqual([]);
    await db().execute(
      sql`update ledger set done = 0 where product_id = ${product.id} and done = 1`,
    );
    const cells = await differing(product);
    expect(new Set(cells.map(({ table }) => table))).toEqual(new Set(["ledger", "rollups"]));
    expect(cells.map(({ cell }) => cell).join()).toContain("expected");
    await db().execute(sql`delete from rollups where product_id = ${product.id}`);
    expect((await differing(product)).some(({ table }) => table === "rollups")).toBe(true);
  });

  test("a source is asked for by its id however that is written", async () => {
    const { product, source, ctx } = await syncedProduct();
    const countOf = async (id: string) => {
      const days = { from: "2026-01-01", to: "2026-01-31", bucket: "month" };
      const query = getBalanceSchema.parse({ ...days, source: id });
      const { totals } = await getBalance({ ctx, input: { productId: product.id, query } });
      return totals.counts.maintenance;
    };
    expect(await countOf(source.id)).toBeGreaterThan(0);
    expect(await countOf(source.id.toUpperCase())).toBe(await countOf(source.id));
  });

  test("looking at unchanged items again writes no row", async () => {
    const { product, source, tracker } = await syncedProduct();
    const before = await rowVersions(db(), product);
    expect(before.length).toBeGreaterThan(0);
    await syncOnce(db(), source, tracker.connector(), { mode: "full" });
    await refreshLedger(db(), { ...product, productId: product.id }, "product");
    expect(await rowVersions(db(), product)).toEqual(before);
  });

  test("a history that is read later moves the stock, though its item shows nothing new", async () => {
    const product = await makeProduct(db());
    const source = await makeSource(db(), product);
    const item = workItem({ number: 1 });
    const tracker = new MemoryTracker([item]);
    await syncOnce(db(), source, tracker.connector(), { mode: "full" });
    const openOn = async (to: string) => {
      const query = getBalanceSchema.parse({ from: "2026-01-01", to, measure: "open" });
      const ctx = contextOf(db(), product);
      return (await getBalance({ ctx, input: { productId: product.id, query } })).totals.counts;
    };
    expect(await openOn("2026-01-15")).toMatchObject({ unclassified: 1 });
    const events = [
      { type: "closed" as const, at: new Date("2026-01-10T09:00:00Z"), detail: null },
      { type: "reopened" as const, at: closedAt, detail: null },
    ];
    tracker.put({ ...item, events });
    await syncOnce(db(), source, tracker.connector(), { mode: "full" });
    expect(await openOn("2026-01-15")).toMatchObject({ unclassified: 0 });
    expect(await openOn("2026-01-31")).toMatchObject({ unclassified: 1 });
  });

  test("sub-tasks come and go with their source's setting, and everything with the source", async () => {
    const { product, source, ctx } = await syncedProduct();
    expect(await doneOf(product)).toBe(1);
    const sourceId = source.id;
    await updateSource({ ctx, input: { sourceId, change: { countSubtasks: true } } });
    expect(await doneOf(product)).toBe(2);
    await updateSource({ ctx, input: { sourceId, change: { countSubtasks: false } } });
    expect(await doneOf(product)).toBe(1);
    await deleteSource({ ctx, input: { sourceId } });
    expect(await doneOf(product)).toBe(0);
    expect(await differing(product)).toEqual([]);
  });

  test("a store of an older version gets its ledger before it is read", async () => {
    const { product } = await syncedProduct();
    await db().execute(sql`delete from ledger where product_id = ${product.id}`);
    await db().execute(sql`delete from rollups where product_id = ${product.id}`);
    await db().execute(sql`update products set ledger_version = 0 where id = ${product.id}`);
    expect(await doneOf(product)).toBe(0);
    await bringLedgersUp(db(), silent);
    expect(await doneOf(product)).toBe(1);
    expect(await differing(product)).toEqual([]);
  });
});

/** Which version of each row is stored: another one for each that was written. */
function rowVersions(db: Db, { id }: ProductRow) {
  return db
    .execute(
      sql`select xmin::text, ctid::text from ledger where product_id = ${id}
        union all select xmin::text, ctid::text from rollups where product_id = ${id} order by 1, 2`,
    )
    .then((result: unknown) =>
      Array.isArray(result) ? [...result] : (result as { rows: unknown[] }).rows,
    );
}
