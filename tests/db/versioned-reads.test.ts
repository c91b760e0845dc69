import { expect, test } from "vitest";
import { readProductVersion } from "@/db/queries/product-version";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { getFlowSchema } from "@/lib/contracts/flow";
import { listItemValuesSchema } from "@/lib/contracts/item-values";
import { listItemsSchema } from "@/lib/contracts/items";
import { listTriageSchema } from "@/lib/contracts/triage";
import type { WorkItem } from "@/lib/domain/work-item";
import { contestItem } from "@/lib/services/contest-item";
import { deleteProduct } from "@/lib/services/delete-product";
import { deleteSource } from "@/lib/services/delete-source";
import { getBalance } from "@/lib/services/get-balance";
import { getFlow } from "@/lib/services/get-flow";
import { getPlan } from "@/lib/services/get-plan";
import { listItemValues } from "@/lib/services/list-item-values";
import { listItems } from "@/lib/services/list-items";
import { listSources } from "@/lib/services/list-sources";
import { listTriage } from "@/lib/services/list-triage";
import { createReadCache } from "@/lib/services/read-cache";
import { setCategory } from "@/lib/services/set-category";
import { settleItem } from "@/lib/services/settle-item";
import { updateSource } from "@/lib/services/update-source";
import { itemIdOf } from "@/lib/sync/item-id";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { AgreementWorld, twoSides } from "@/tests/setup/agreement-world";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { syncOnce } from "@/tests/setup/sync-once";

const closedAt = new Date("2026-01-20T09:00:00Z");
const days = { from: "2026-01-01", to: "2026-01-31", bucket: "month" };

describeOnBothEngines("what is kept of what was read", (db) => {
  async function world() {
    const product = await makeProduct(db());
    const source = await makeSource(db(), product, { kind: "jira" });
    const bug = workItem({ number: 1, labels: ["bug"], closedAt, milestone: "One" });
    const tracker = new MemoryTracker([
      bug,
      workItem({ number: 2, isSubtask: true, parentKey: bug.key, closedAt }),
    ]);
    await syncOnce(db(), source, tracker.connector());
    const ctx = contextOf(db(), product, { reads: createReadCache() });
    return { product, source, tracker, bug, ctx, itemId: itemIdOf(source.id, bug.externalId) };
  }

  test("is the answer only until something changes, whatever changes", async () => {
    const { product, source, tracker, bug, ctx, itemId } = await world();
    const productId = product.id;
    /** All answers as one text, from what is kept or read anew. */
    const answers = async (of: typeof ctx) => {
      const asked = [{}, { milestone: "One" }, { contested: true }];
      const balances = asked.map((filter) =>
        getBalance({
          ctx: of,
          input: { productId, query: getBalanceSchema.parse({ ...days, ...filter }) },
        }),
      );
      const flow = getFlow({ ctx: of, input: { productId, query: getFlowSchema.parse(days) } });
      const plan = getPlan({ ctx: of, input: { productId, query: {} } });
      return JSON.stringify(await Promise.all([...balances, flow, plan]));
    };
    const changes: [string, () => Promise<unknown>][] = [
      ["a category is contested", () => contestItem({ ctx, input: { itemId, reason: "No." } })],
      ["that is settled", () => settleItem({ ctx, input: { itemId } })],
      [
        "a person decides",
        () => setCategory({ ctx, input: { itemId, decision: { category: "rewrite" } } }),
      ],
      [
        "an item comes into another milestone, which no sum knows",
        () => {
          tracker.put({ ...bug, milestone: "Two" });
          return syncOnce(db(), source, tracker.connector(), { mode: "full" });
        },
      ],
      [
        "an item took longer",
        () => {
          tracker.put({ ...bug, milestone: "Two", createdAt: new Date("2026-01-02T00:00:00Z") });
          return syncOnce(db(), source, tracker.connector(), { mode: "full" });
        },
      ],
      [
        "sub-tasks count",
        () =>
          updateSource({ ctx, input: { sourceId: source.id, change: { countSubtasks: true } } }),
      ],
      ["a source is deleted", () => deleteSource({ ctx, input: { sourceId: source.id } })],
    ];
    let before = await answers(ctx);
    for (const [what, change] of changes) {
      expect(await answers(ctx), `nothing yet: ${what}`).toBe(before);
      await change();
      const after = await answers(ctx);
      expect(after, what).not.toBe(before);
      expect(after, what).toBe(await answers(contextOf(db(), product)));
      before = after;
    }
  });

  test("are counts of items and their values too, only until something changes", async () => {
    const { product, source, tracker, bug, ctx, itemId } = await world();
    const productId = product.id;
    const counts = async (of: typeof ctx) => {
      const filters = [{}, { q: "Renamed" }, { because: "override" }, { contested: true }];
      const lists = filters.map((filter) =>
        listItems({ ctx: of, input: { productId, query: listItemsSchema.parse(filter) } }),
      );
      const values = ["milestone", "author"].map((field) => {
        const query = listItemValuesSchema.parse({ field });
        return listItemValues({ ctx: of, input: { productId, query } });
      });
      const { items: _, ...triage } = await listTriage({
        ctx: of,
        input: { productId, ...listTriageSchema.parse({}) },
      });
      const totals = (await Promise.all(lists)).map(({ total }) => total);
      return JSON.stringify([totals, await Promise.all(values), triage]);
    };
    const sync = (item: WorkItem) => {
      tracker.put(item);
      return syncOnce(db(), source, tracker.connector(), { mode: "full" });
    };
    const changes: [string, () => Promise<unknown>][] = [
      ["an item is renamed", () => sync({ ...bug, title: "Renamed" })],
      ["and comes into another milestone", () => sync({ ...bug, milestone: "Two" })],
      ["somebody else wrote it", () => sync({ ...bug, author: "somebody else" })],
      ["a category is contested", () => contestItem({ ctx, input: { itemId, reason: "No." } })],
      ["that is settled", () => settleItem({ ctx, input: { itemId } })],
      [
        "a person decides",
        () => setCategory({ ctx, input: { itemId, decision: { category: "rewrite" } } }),
      ],
      ["an item more, which nothing decides", () => sync(workItem({ number: 7, title: "Seven" }))],
      ["a source is deleted", () => deleteSource({ ctx, input: { sourceId: source.id } })],
    ];
    let before = await counts(ctx);
    for (const [what, change] of changes) {
      expect(await counts(ctx), `nothing yet: ${what}`).toBe(before);
      await change();
      const after = await counts(ctx);
      expect(after, what).not.toBe(before);
      expect(after, what).toBe(await counts(contextOf(db(), product)));
      before = after;
    }
  });

  test("are the items of each source too, which are counted again only when one came or went", async () => {
    const { product, source, tracker, bug } = await world();
    const kept = createReadCache();
    let read = 0;
    const ctx = contextOf(db(), product, {
      reads: {
        rowsOf: (key, rows) =>
          kept.rowsOf(key, () => {
            if (key.includes("items by source")) read += 1;
            return rows();
          }),
      },
    });
    const counted = async () => {
      const { items } = await listSources({ ctx, input: { productId: product.id } });
      return items.map(({ itemCount }) => itemCount);
    };
    expect([await counted(), await counted(), read]).toEqual([[2], [2], 1]);
    tracker.put(workItem({ number: 3, isContainer: true }));
    await syncOnce(db(), source, tracker.connector(), { mode: "full" });
    expect([await counted(), await counted(), read]).toEqual([[3], [3], 2]);
    tracker.items.delete(bug.externalId);
    await syncOnce(db(), source, tracker.connector(), { mode: "full" });
    expect([await counted(), read]).toEqual([[2], 3]);
  });

  test("is judged by the stages as they are now", async () => {
    const world = await AgreementWorld.create(db(), "2026-01-02T12:00:00Z");
    const stage = await world.stage({ name: "Expand", startsOn: "2026-01-01" });
    const sides = { shares: twoSides(60), tolerance: 5, reason: "Agreed by both." };
    const { id } = await world.propose({ stageId: stage.id, side: "pm", ...sides });
    await world.answer(id, { side: "engineering", decision: "accept" });
    const judged = async () =>
      (await world.balance(days)).targets.map(({ from, to }) => ({ from, to }));
    expect(await judged()).toEqual([{ from: "2026-01-02", to: "2026-01-31" }]);
    await world.changeStage(stage.id, { endsOn: "2026-01-25" });
    expect(await judged()).toEqual([{ from: "2026-01-02", to: "2026-01-25" }]);
    await world.changeStage(stage.id, { endsOn: null });
    expect(await judged()).toEqual([{ from: "2026-01-02", to: "2026-01-31" }]);
    await world.stage({ name: "Mature", startsOn: "2026-01-20" });
    expect(await judged()).toEqual([{ from: "2026-01-02", to: "2026-01-19" }]);
  });

  test("stays what it is while syncs find nothing new, and goes with its product", async () => {
    const { product, source, tracker, bug, ctx } = await world();
    const key = { workspaceId: product.workspaceId, productId: product.id };
    const version = await readProductVersion(db(), key);
    expect(version).toBeGreaterThan(0);
    await syncOnce(db(), source, tracker.connector());
    await syncOnce(db(), source, tracker.connector(), { mode: "full" });
    expect(await readProductVersion(db(), key)).toBe(version);
    const { events, ...same } = bug;
    const reopened = { type: "reopened" as const, at: closedAt, detail: null };
    tracker.put({ ...same, events: [...events, reopened] });
    await syncOnce(db(), source, tracker.connector(), { mode: "full" });
    expect(await readProductVersion(db(), key)).toBeGreaterThan(version);
    await deleteProduct({ ctx, input: { productId: product.id } });
    expect(await readProductVersion(db(), key)).toBe(0);
  });
});
