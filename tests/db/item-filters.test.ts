import fc from "fast-check";
import { expect, test } from "vitest";
import { listItemsSchema } from "@/lib/contracts/items";
import { listItems } from "@/lib/services/list-items";
import { describeOnBothEngines } from "@/tests/setup/database";
import {
  anyFilter,
  filteredParts,
  keysOf,
  openedCount,
  openFiltered,
} from "@/tests/setup/filtered-world";
import { naiveFilter } from "@/tests/setup/naive-filter";

const plain = {
  labels: [],
  components: [],
  milestone: null,
  sprint: null,
  assignee: null,
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
