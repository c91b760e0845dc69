import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { type GetBalance, getBalanceSchema } from "@/lib/contracts/balance";
import { flowSchema, getFlowSchema } from "@/lib/contracts/flow";
import { listItemsSchema } from "@/lib/contracts/items";
import { measures, units } from "@/lib/domain/balance";
import { chartedCategories } from "@/lib/domain/category";
import type { Sprint } from "@/lib/domain/sprint";
import { getBalance } from "@/lib/services/get-balance";
import { getFlow } from "@/lib/services/get-flow";
import { listItems } from "@/lib/services/list-items";
import { listSources } from "@/lib/services/list-sources";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { closeCounts } from "@/tests/setup/close-counts";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { naiveCounts } from "@/tests/setup/naive-balance";
import { isKnownUnit, itemsToStore, oracleItem, oracleZones } from "@/tests/setup/oracle-items";
import { storeItems } from "@/tests/setup/store-items";
import { syncOnce } from "@/tests/setup/sync-once";

const sprint = (id: string, from: string, to: string, change: Partial<Sprint> = {}): Sprint => ({
  id,
  name: `Sprint ${id}`,
  board: "1",
  startsAt: new Date(`${from}T09:00:00Z`),
  endsAt: new Date(`${to}T15:00:00Z`),
  completedAt: new Date(`${to}T15:00:00Z`),
  ...change,
});
const one = sprint("1", "2026-01-05", "2026-01-16");
const two = sprint("2", "2026-01-19", "2026-01-30");
const three = sprint("3", "2026-02-23", "2026-03-06", { completedAt: null });

describeOnBothEngines("buckets by sprint", (db) => {
  async function productWith(tracked: { number: number; sprints: Sprint[]; updatedAt?: Date }[]) {
    const product = await makeProduct(db());
    const source = await makeSource(db(), product, { kind: "jira" });
    const tracker = new MemoryTracker(tracked.map(workItem));
    const sync = () => syncOnce(db(), source, tracker.connector(), { mode: "full" });
    await sync();
    const ctx = contextOf(db(), product);
    const ask = (asked: object) => {
      const query: GetBalance = getBalanceSchema.parse({ bucket: "sprint", ...asked });
      return getBalance({ ctx, input: { productId: product.id, query } });
    };
    return { product, source, tracker, sync, ctx, ask };
  }

  test("count what a slow look at every item counts on their days, and so do lists and the flow", async () => {
    const question = fc
      .record({
        items: fc.array(oracleItem, { maxLength: 20 }),
        timeZone: fc.constantFrom(...oracleZones),
        measure: fc.constantFrom(...measures),
        unit: fc.constantFrom(...units),
        from: fc.constantFrom("2025-12-01", "2026-01-05", "2026-01-10"),
      })
      .filter(isKnownUnit);
    await fc.assert(
      fc.asyncProperty(question, async ({ items, timeZone, measure, unit, from }) => {
        const product = await makeProduct(db(), { timeZone });
        const source = await makeSource(db(), product, { kind: "jira" });
        const teller = { ...workItem({ number: 999, sprints: [one, two, three] }) };
        const container = { item: { ...teller, isContainer: true }, removedAt: null };
        await storeItems(db(), product, source, [
          ...itemsToStore(items),
          { ...container, category: "unclassified" },
        ]);
        const ctx = contextOf(db(), product);
        const query = getBalanceSchema.parse({
          ...{ from, to: "2026-03-02", bucket: "sprint", measure, unit },
        });
        const input = { productId: product.id, query };
        const { buckets, totals } = await getBalance({ ctx, input });
        for (const { start, end, counts, excluded, unestimated } of buckets) {
          const naive = naiveCounts({ items, start, end, timeZone, measure, unit });
          expect({ ...counts, excluded, unestimated }).toEqual(closeCounts(naive));
        }
        if (unit === "effort_days") return;
        const flow = await getFlow({
          ctx,
          input: {
            ...input,
            query: getFlowSchema.parse({ from, to: "2026-03-02", bucket: "sprint", unit }),
          },
        });
        expect(flowSchema.parse(flow).buckets.map(({ name, start }) => [name, start])).toEqual(
          buckets.map(({ name, start }) => [name, start]),
        );
        if (measure === "open") return;
        for (const category of chartedCategories) {
          expect(flow.totals.categories[category][measure]).toBe(totals.counts[category]);
        }
      }),
      { numRuns: 40 },
    );
  }, 300_000);

  test("have names and days, the running one last and not whole, and begin where the history does", async () => {
    const { ask, product, ctx } = await productWith([
      { number: 1, sprints: [one, two] },
      { number: 2, sprints: [three] },
    ]);
    const { buckets, from } = await ask({ from: "first", measure: "opened" });
    expect(from).toBe("2026-01-05");
    expect(buckets.map(({ name, start, end, complete }) => [name, start, end, complete])).toEqual([
      ["Sprint 1", "2026-01-05", "2026-01-16", true],
      ["No sprint", "2026-01-17", "2026-01-18", true],
      ["Sprint 2", "2026-01-19", "2026-01-30", true],
      ["No sprint", "2026-01-31", "2026-02-22", true],
      ["Sprint 3", "2026-02-23", "2026-03-02", false],
    ]);
    const [first] = buckets;
    const query = listItemsSchema.parse({ openedFrom: first?.start, openedTo: first?.end });
    const list = await listItems({ ctx, input: { productId: product.id, query } });
    expect(list.total).toBe(first?.counts.unclassified);
  });

  test("believe the record that knows most of a sprint, whichever was read last", async () => {
    const began = { completedAt: null };
    const renamed = { ...one, name: "Sprint 1 (late)" };
    const { ask, tracker, sync } = await productWith([
      { number: 1, sprints: [{ ...one, ...began }], updatedAt: new Date("2026-01-20T09:00:00Z") },
      { number: 2, sprints: [one], updatedAt: new Date("2026-01-16T09:00:00Z") },
      { number: 3, sprints: [{ ...one, startsAt: null, endsAt: null, ...began }] },
    ]);
    const range = { from: "2026-01-05", to: "2026-01-20" };
    expect((await ask(range)).buckets[0]).toMatchObject({ end: "2026-01-16", complete: true });
    tracker.put(
      workItem({ number: 1, sprints: [renamed], updatedAt: new Date("2026-01-21T09:00:00Z") }),
    );
    await sync();
    expect((await ask(range)).buckets[0]?.name).toBe("Sprint 1 (late)");
  });

  test("are written once: the same records again write no row", async () => {
    const { sync, source } = await productWith([{ number: 1, sprints: [one, two] }]);
    const versions = () =>
      queryRows<{ row: string }>(
        db(),
        sql`select xmin::text || ctid::text as row from item_sprints
            where source_id = ${source.id} order by 1`,
      );
    const before = await versions();
    expect(before).toHaveLength(2);
    await sync();
    expect(await versions()).toEqual(before);
  });

  test("go with the last item that was in a sprint", async () => {
    const { ask, tracker, sync } = await productWith([{ number: 1, sprints: [one, two] }]);
    tracker.put(workItem({ number: 1, sprints: [two] }));
    await sync();
    const { buckets } = await ask({ from: "2026-01-05", to: "2026-01-30" });
    expect(buckets.map(({ name }) => name)).toEqual(["No sprint", "Sprint 2"]);
  });

  test("are refused by name where there are none, or several at a time; one board or source helps", async () => {
    const none = await productWith([{ number: 1, sprints: [] }]);
    await expect(none.ask({})).rejects.toMatchObject({
      code: "invalid_request",
      fields: { bucket: expect.stringContaining("no sprints") },
    });
    const beside = sprint("9", "2026-01-12", "2026-01-23", { board: "2" });
    const { ask, product, ctx } = await productWith([{ number: 1, sprints: [one, beside] }]);
    const range = { from: "2026-01-05", to: "2026-01-30" };
    await expect(ask(range)).rejects.toMatchObject({
      code: "invalid_request",
      fields: { bucket: expect.stringContaining("“Sprint 1” and “Sprint 9”") },
    });
    const ofBoard = await ask({ ...range, board: "2" });
    expect(ofBoard.board).toBe("2");
    expect(ofBoard.buckets.map(({ name }) => name)).toEqual(["No sprint", "Sprint 9", "No sprint"]);
    await expect(ask({ ...range, board: "3" })).rejects.toMatchObject({
      fields: { board: expect.any(String) },
    });
    const other = await makeSource(db(), product, { kind: "jira" });
    const item = workItem({ number: 1, sprints: [two] });
    await syncOnce(db(), other, new MemoryTracker([item]).connector());
    const ofSource = await ask({ ...range, source: [other.id] });
    expect(ofSource.buckets.map(({ name }) => name)).toEqual(["No sprint", "Sprint 2"]);
    expect(await ask({ ...range, source: [other.id.toUpperCase()] })).toEqual(ofSource);
    const { items } = await listSources({ ctx, input: { productId: product.id } });
    expect(items.map(({ sprintBoards }) => sprintBoards.toSorted()).toSorted()).toEqual([
      ["1"],
      ["1", "2"],
    ]);
  });
});
