import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { deleteOverride, upsertOverrides } from "@/db/queries/overrides";
import { upsertWorkItems } from "@/db/queries/work-items-write";
import type { SourceRow } from "@/db/schema";
import type { WorkItem } from "@/lib/domain/work-item";
import { clearCategory } from "@/lib/services/clear-category";
import { deleteSource } from "@/lib/services/delete-source";
import { getItem } from "@/lib/services/get-item";
import { setCategory } from "@/lib/services/set-category";
import { classifyItems } from "@/lib/sync/classify-items";
import { itemIdOf } from "@/lib/sync/item-id";
import { noModel } from "@/lib/sync/product-classifier";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { syncOnce } from "@/tests/setup/sync-once";

const keyOf = (number: number) => `owner/repository#${number}`;

/** An item of the oracle: what it says itself, and the number of its parent. */
type Part = { label: string | null; ended: boolean; parent: number | null };

const categoryOfLabel: Record<string, string> = { bug: "maintenance", refactoring: "rewrite" };

/** Looks up one ancestor after another, and gives up after as many steps as there are items. */
function naiveCategory(parts: Part[], index: number): string | null {
  const part = parts[index];
  if (part?.ended) return "excluded";
  let at: number | null = index;
  for (let step = 0; step <= parts.length && at !== null; step++) {
    const label: string | null = parts[at]?.label ?? null;
    if (label !== null) return categoryOfLabel[label] ?? null;
    at = parts[at]?.parent ?? null;
  }
  return null;
}

function itemOf(part: Part, index: number): WorkItem {
  return workItem({
    number: index,
    labels: part.label === null ? [] : [part.label],
    resolution: part.ended ? "not_planned" : null,
    parentKey: part.parent === null ? null : keyOf(part.parent),
  });
}

const part = (size: number) =>
  fc.record({
    label: fc.option(fc.constantFrom("bug", "refactoring"), { freq: 2 }),
    ended: fc.boolean(),
    // Anything: upwards, downwards, in circles, to itself.
    parent: fc.option(fc.nat({ max: size - 1 }), { freq: 4 }),
  });
const family = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.record({
    parts: fc.array(part(size), { minLength: size, maxLength: size }),
    later: fc.array(part(size), { minLength: size, maxLength: size }),
    order: fc.shuffledSubarray(
      Array.from({ length: size }, (_, index) => index),
      { minLength: size, maxLength: size },
    ),
  }),
);

describeOnBothEngines("what comes from parents", (db) => {
  async function categories(source: SourceRow) {
    const rows = await queryRows<{ number: number; category: string | null }>(
      db(),
      sql`select w.number, c.category from work_items w
          left join classifications c on c.workspace_id = w.workspace_id and c.item_id = w.id
          where w.source_id = ${source.id} order by w.number`,
    );
    return rows.map(({ category }) => category);
  }

  async function emptySource() {
    const product = await makeProduct(db());
    return { product, source: await makeSource(db(), product) };
  }

  test("equals looking up ancestor by ancestor, whatever comes first, in circles, after any change", async () => {
    await fc.assert(
      fc.asyncProperty(family, async ({ parts, later, order }) => {
        const { source } = await emptySource();
        const tracker = new MemoryTracker();
        for (const index of order) {
          const one = parts[index];
          if (one) tracker.put(itemOf(one, index));
        }
        await syncOnce(db(), source, tracker.connector());
        expect(await categories(source)).toEqual(parts.map((_, at) => naiveCategory(parts, at)));
        for (const index of order) {
          const one = later[index];
          if (one) tracker.put(itemOf(one, index));
        }
        await syncOnce(db(), source, tracker.connector(), { mode: "full" });
        expect(await categories(source)).toEqual(later.map((_, at) => naiveCategory(later, at)));
      }),
      { numRuns: 60 },
    );
  }, 300_000);

  test("a person's decision about an epic reaches all below it, and leaves when taken back", async () => {
    const { product, source } = await emptySource();
    const tracker = new MemoryTracker([
      workItem({ number: 1, type: "Epic", isContainer: true }),
      workItem({ number: 2, parentKey: keyOf(1) }),
      workItem({ number: 3, parentKey: keyOf(2) }),
      workItem({ number: 4, parentKey: keyOf(2), labels: ["bug"] }),
      workItem({ number: 5 }),
    ]);
    await syncOnce(db(), source, tracker.connector());
    const ctx = contextOf(db(), product);
    const itemId = itemIdOf(source.id, "1001");
    await setCategory({ ctx, input: { itemId, decision: { category: "tech_debt" } } });
    expect(await categories(source)).toEqual([
      "tech_debt",
      "tech_debt",
      "tech_debt",
      "maintenance",
      null,
    ]);
    const leaf = await getItem({ ctx, input: { itemId: itemIdOf(source.id, "1003") } });
    expect(leaf).toMatchObject({
      because: "parent",
      evidence: [{ field: "parent", value: keyOf(1) }],
    });
    expect(leaf.classificationChanges).toHaveLength(1);
    const other = await getItem({ ctx, input: { itemId: itemIdOf(source.id, "1004") } });
    expect(other.classificationChanges).toHaveLength(1);
    await clearCategory({ ctx, input: { itemId } });
    expect(await categories(source)).toEqual([null, null, null, "maintenance", null]);
    const again = await getItem({ ctx, input: { itemId: leaf.id } });
    expect(again.classificationChanges.map(({ toCategory }) => toCategory)).toEqual([
      "tech_debt",
      null,
    ]);
  });

  test("a parent in another source of the product hands down; another product's does not", async () => {
    const { product, source } = await emptySource();
    const second = await makeSource(db(), product);
    const { source: foreign } = await emptySource();
    const parent = new MemoryTracker([workItem({ number: 1, labels: ["bug"] })]);
    const child = new MemoryTracker([workItem({ number: 2, parentKey: keyOf(1) })]);
    await syncOnce(db(), second, child.connector());
    await syncOnce(db(), foreign, child.connector());
    expect(await categories(second)).toEqual([null]);
    await syncOnce(db(), source, parent.connector());
    expect(await categories(second)).toEqual(["maintenance"]);
    expect(await categories(foreign)).toEqual([null]);
    await deleteSource({ ctx: contextOf(db(), product), input: { sourceId: source.id } });
    expect(await categories(second)).toEqual([null]);
  });

  test("a parent that is gone upstream, or was given another key, hands nothing down any more", async () => {
    const { source } = await emptySource();
    const parents = [1, 2].map((number) => workItem({ number, labels: ["bug"] }));
    const children = [3, 4].map((number) => workItem({ number, parentKey: keyOf(number - 2) }));
    const tracker = new MemoryTracker([...parents, ...children]);
    await syncOnce(db(), source, tracker.connector());
    expect(await categories(source)).toEqual(Array(4).fill("maintenance"));
    tracker.items.delete("1001");
    tracker.put(workItem({ number: 2, labels: ["bug"], key: "owner/elsewhere#2" }));
    await syncOnce(db(), source, tracker.connector(), { mode: "full" });
    expect(await categories(source)).toEqual(["maintenance", "maintenance", null, null]);
  });

  test("a chain of 400 and an epic of 1,100, are decided whole", async () => {
    const { product, source } = await emptySource();
    const chain = Array.from({ length: 400 }, (_, index) =>
      workItem({ number: index + 1, parentKey: index === 0 ? null : keyOf(index) }),
    );
    const children = Array.from({ length: 1100 }, (_, index) =>
      workItem({ number: 401 + index, parentKey: keyOf(1) }),
    );
    const { workspaceId, id: productId } = product;
    const items = [...chain, ...children].map((item) => ({
      ...item,
      id: itemIdOf(source.id, item.externalId),
    }));
    await upsertWorkItems(db(), { workspaceId, productId, sourceId: source.id, items });
    const cause = { workspaceId, productId, actor: null, at: testNow, modelOf: noModel };
    await classifyItems(db(), { ...cause, itemIds: items.map(({ id }) => id) });
    const itemId = itemIdOf(source.id, "1001");
    const override = {
      category: "feature" as const,
      kind: null,
      reason: null,
      actor: "ada",
      at: testNow,
    };
    await upsertOverrides(db(), {
      workspaceId,
      batchId: null,
      overrides: [{ itemId, ...override }],
    });
    expect(await classifyItems(db(), { ...cause, itemIds: [itemId] })).toBe(1500);
    expect(new Set(await categories(source))).toEqual(new Set(["feature"]));
    await deleteOverride(db(), { workspaceId, itemId });
    expect(await classifyItems(db(), { ...cause, itemIds: [itemId] })).toBe(1500);
  });
});
