import { expect, test } from "vitest";
import { listItemsSchema } from "@/lib/contracts/items";
import type { WorkItem } from "@/lib/domain/work-item";
import type { Context } from "@/lib/services/context";
import { getItem } from "@/lib/services/get-item";
import { listItems } from "@/lib/services/list-items";
import { listTriage } from "@/lib/services/list-triage";
import { setCategories } from "@/lib/services/set-categories";
import { setCategory } from "@/lib/services/set-category";
import { undoBatch } from "@/lib/services/undo-batch";
import { makeProduct, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { keyOfNumber } from "@/tests/setup/rules-world";
import { openTriage } from "@/tests/setup/triage-world";

const closedAt = new Date("2026-01-10T09:00:00Z");
const dayOf = (number: number) => new Date(Date.UTC(2026, 0, number, 9));
const itemOf = (item: Parameters<typeof workItem>[0]) =>
  workItem({ createdAt: dayOf(item.number), ...item });
const items = [
  itemOf({ number: 1, title: "Nothing is known" }),
  itemOf({ number: 2, title: "Rather sure", body: "75%", closedAt }),
  itemOf({ number: 3, title: "Hardly 55%" }),
  itemOf({ number: 4, title: "Certain 95%" }),
  itemOf({ number: 5, type: "Epic", isContainer: true, title: "An epic" }),
  itemOf({ number: 6, parentKey: keyOfNumber(5), title: "Below it" }),
  itemOf({ number: 7, parentKey: keyOfNumber(5), title: "Below it too 95%" }),
  itemOf({ number: 8, labels: ["bug"], title: "A bug 95%" }),
  itemOf({ number: 9, type: "Epic", isContainer: true, title: "An empty epic" }),
];

describeOnBothEngines("triage", (db) => {
  const open = (settings: { countSubtasks?: boolean; tracked?: WorkItem[] } = {}) =>
    openTriage(db(), { tracked: items, ...settings });

  const numbersOf = (list: { items: { number: number | null }[] }) =>
    list.items.map(({ number }) => number);
  const answerOf = (ctx: Context, itemId: string) => getItem({ ctx, input: { itemId } });

  test("the model decides from the threshold on what nothing else decides; below, it suggests", async () => {
    const { ctx, idOf, save } = await open();
    expect(await answerOf(ctx, idOf(4))).toMatchObject({
      ...{ category: "tech_debt", kind: "cleanup", because: "model", confidence: 0.95 },
      ...{ evidence: [{ field: "text", value: "95%" }], suggestion: null },
    });
    expect(await answerOf(ctx, idOf(2))).toMatchObject({
      ...{ category: null, because: null, classificationChanges: [] },
      suggestion: { category: "tech_debt", confidence: 0.75 },
    });
    expect(await answerOf(ctx, idOf(8))).toMatchObject({ because: "label" });
    expect(await answerOf(ctx, idOf(1))).toMatchObject({ category: null, suggestion: null });
    await save(0.7, 1);
    expect(await answerOf(ctx, idOf(2))).toMatchObject({ because: "model", suggestion: null });
  });

  test("the queue begins with what decides most, then the least sure; pages join without a gap", async () => {
    const { ctx, productId } = await open();
    const whole = await listTriage({ ctx, input: { productId, limit: 50 } });
    expect(numbersOf(whole)).toEqual([5, 6, 1, 3, 2]);
    expect(whole).toMatchObject({ unclassified: 4, doubtful: 0, coverage: 3 / 7 });
    expect(whole.items[0]).toMatchObject({ settles: 1, suggestion: null });
    const paged: (number | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTriage({ ctx, input: { productId, limit: 2, cursor } });
      paged.push(...numbersOf(page));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(numbersOf(whole));
  });

  test("sub-tasks wait for a decision only where their source counts them", async () => {
    const withParts = [...items, itemOf({ number: 10, isSubtask: true, title: "A part" })];
    const queueOf = async (countSubtasks: boolean) => {
      const { ctx, productId } = await open({ countSubtasks, tracked: withParts });
      return numbersOf(await listTriage({ ctx, input: { productId, limit: 50 } }));
    };
    expect(await queueOf(false)).not.toContain(10);
    expect(await queueOf(true)).toContain(10);
  });

  test("suggestions are confirmed by the score, and a batch is taken back as a whole", async () => {
    const { ctx, productId, idOf } = await open();
    await setCategory({
      ctx,
      input: { itemId: idOf(3), decision: { category: "rewrite", reason: "first" } },
    });
    const asked = [1, 2, 3].map(idOf);
    const confirmed = await setCategories({
      ctx,
      input: { productId, items: asked, confirm: true },
    });
    expect(confirmed).toMatchObject({ decided: 2, skipped: [idOf(1)] });
    expect(await answerOf(ctx, idOf(2))).toMatchObject({
      ...{ category: "tech_debt", kind: "cleanup", because: "override" },
      evidence: [{ field: "person", value: "confirmed" }],
    });
    const feature = await setCategories({
      ctx,
      input: { productId, items: [...asked, idOf(5)], category: "feature" },
    });
    const query = listItemsSchema.parse({ category: "feature" });
    const listed = await listItems({ ctx, input: { productId, query } });
    // The epic hands it down to what says nothing itself.
    expect(numbersOf(listed).sort()).toEqual([1, 2, 3, 6, 7]);
    await setCategory({ ctx, input: { itemId: idOf(1), decision: { category: "maintenance" } } });
    const undone = await undoBatch({ ctx, input: { batchId: feature.batchId } });
    expect(undone).toEqual({ restored: 3 });
    expect(await answerOf(ctx, idOf(1))).toMatchObject({ category: "maintenance" });
    expect(await answerOf(ctx, idOf(2))).toMatchObject({ category: "tech_debt" });
    expect(await answerOf(ctx, idOf(6))).toMatchObject({ category: null });
    await undoBatch({ ctx, input: { batchId: confirmed.batchId } });
    expect(await answerOf(ctx, idOf(3))).toMatchObject({
      ...{ category: "rewrite", because: "override" },
      evidence: [{ field: "person", value: "first" }],
    });
    const again = undoBatch({ ctx, input: { batchId: confirmed.batchId } });
    await expect(again).rejects.toMatchObject({ code: "not_found" });
  });

  test("items of another product are not decided by this one's batch", async () => {
    const { ctx, productId } = await open();
    const other = await open();
    const foreign = contextOf(db(), await makeProduct(db()));
    const wish = { items: [other.idOf(1)], category: "feature" as const };
    const batch = await setCategories({ ctx, input: { productId, ...wish } });
    expect(batch).toMatchObject({ decided: 0, skipped: [other.idOf(1)] });
    const undone = undoBatch({ ctx: foreign, input: { batchId: batch.batchId } });
    await expect(undone).rejects.toMatchObject({ code: "not_found" });
  });
});
