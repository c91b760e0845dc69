import fc from "fast-check";
import { expect, test } from "vitest";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { listItemsSchema } from "@/lib/contracts/items";
import { getBalance } from "@/lib/services/get-balance";
import { listItems } from "@/lib/services/list-items";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import {
  anyFilter,
  filteredParts,
  keysOf,
  openedCount,
  openFiltered,
} from "@/tests/setup/filtered-world";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { naiveFilter } from "@/tests/setup/naive-filter";
import { syncOnce } from "@/tests/setup/sync-once";

const plain = {
  labels: [],
  components: [],
  milestone: null,
  sprint: null,
  assignees: [],
  effortDays: null,
  points: null,
  isClosed: false,
  isContainer: false,
  category: "feature" as const,
  parent: null,
  source: 0,
};

describeOnBothEngines("the filters of items", (db) => {
  test("each finds what has one of its values, as it is written", async () => {
    const { ctx, productId } = await openFiltered(db(), [
      { ...plain, components: ["Web", "Web shop"], milestone: "1.0", sprint: "Sprint 7" },
      { ...plain, components: ["web"], milestone: "1.0.1", sprint: "Sprint 70" },
    ]);
    for (const filter of [
      { component: ["Web"] },
      { milestone: ["1.0"] },
      { sprint: ["Sprint 7"] },
    ]) {
      expect(await keysOf(ctx, productId, filter)).toEqual(["owner/repository#0"]);
    }
    expect(await keysOf(ctx, productId, { component: ["web", "Web shop"] })).toHaveLength(2);
    expect(await keysOf(ctx, productId, { component: ["Web"], sprint: ["Sprint 70"] })).toEqual([]);
  });

  test("an epic's are all below it at any depth, not itself and not the epics between", async () => {
    const { ctx, productId } = await openFiltered(db(), [
      { ...plain, isContainer: true },
      { ...plain, isContainer: true, parent: 0 },
      { ...plain, parent: 1, source: 1 },
      { ...plain, parent: 2 },
      plain,
    ]);
    const below = ["owner/repository#2", "owner/repository#3"];
    expect(await keysOf(ctx, productId, { epic: ["owner/repository#0"] })).toEqual(below);
    expect(await keysOf(ctx, productId, { epic: ["owner/repository#1"] })).toEqual(below);
    expect(await keysOf(ctx, productId, { epic: ["owner/repository#2"] })).toEqual([below[1]]);
    expect(await keysOf(ctx, productId, { epic: ["owner/repository"] })).toEqual([]);
  });

  test("an epic of another project, which is not stored, is named by what is a part of it", async () => {
    const product = await makeProduct(db());
    const tracker = new MemoryTracker([
      workItem({ number: 1, parentKey: "PORTFOLIO-1" }),
      workItem({ number: 2, parentKey: "owner/repository#1" }),
      workItem({ number: 3, parentKey: "owner/repository#3" }),
    ]);
    await syncOnce(db(), await makeSource(db(), product), tracker.connector());
    const ctx = contextOf(db(), product);
    const partsOf = (epic: string) => keysOf(ctx, product.id, { epic: [epic] });
    const parts = ["owner/repository#1", "owner/repository#2"];
    expect(await partsOf("PORTFOLIO-1")).toEqual(parts);
    expect(await partsOf("owner/repository#1")).toEqual([parts[1]]);
    // Nothing is a part of itself.
    expect(await partsOf("owner/repository#3")).toEqual([]);
    const query = getBalanceSchema.parse({ measure: "opened", from: "first", epic: "PORTFOLIO-1" });
    const { totals } = await getBalance({ ctx, input: { productId: product.id, query } });
    expect(Object.values(totals.counts).reduce((sum, count) => sum + count)).toBe(2);
  });

  test("any of them together equal a slow look at every item: list, page, balance, now and then", async () => {
    await fc.assert(
      fc.asyncProperty(filteredParts, anyFilter, async (parts, { source, ...fields }) => {
        const { ctx, productId, sources, items } = await openFiltered(db(), parts);
        const ids = source?.map((place) => sources[place === 0 ? 0 : 1].id);
        const filter = { ...fields, ...(ids && { source: ids }) };
        const expected = naiveFilter(items, filter).map(({ item }) => item.key);
        expect(await keysOf(ctx, productId, filter)).toEqual(expected.sort());
        expect(await keysOf(ctx, productId, { ...filter, asKnownAt: "2026-03-02" })).toEqual(
          expected,
        );
        expect(await openedCount(ctx, productId, filter)).toBe(expected.length);
        const query = listItemsSchema.parse({ ...filter, limit: 1 });
        expect((await listItems({ ctx, input: { productId, query } })).total).toBe(expected.length);
      }),
      { numRuns: 150 },
    );
  }, 300_000);
});
