import fc from "fast-check";
import { expect, test } from "vitest";
import { refreshLedger } from "@/db/queries/ledger";
import { replaceItemEvents } from "@/db/queries/work-items-write";
import { listLateChangesSchema } from "@/lib/contracts/audit";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { listItemsSchema } from "@/lib/contracts/items";
import { measures } from "@/lib/domain/balance";
import type { Category } from "@/lib/domain/category";
import { clearCategory } from "@/lib/services/clear-category";
import { contestItem } from "@/lib/services/contest-item";
import { getBalance } from "@/lib/services/get-balance";
import { listItems } from "@/lib/services/list-items";
import { listLateChanges } from "@/lib/services/list-late-changes";
import { setCategory } from "@/lib/services/set-category";
import { settleItem } from "@/lib/services/settle-item";
import { itemIdOf } from "@/lib/sync/item-id";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { closeCounts } from "@/tests/setup/close-counts";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { at, itemOfLife, knownAt, life, syncedAt } from "@/tests/setup/known-life";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { naiveCounts } from "@/tests/setup/naive-balance";
import { syncOnce } from "@/tests/setup/sync-once";

describeOnBothEngines("as it was known", (db) => {
  test("balance and items equal a slow reading of every life, at any instant, in any measure", async () => {
    const question = fc.record({
      lives: fc.array(life, { minLength: 1, maxLength: 8 }),
      hours: fc.integer({ min: 0, max: 710 }).map((half) => 2 * half),
      measure: fc.constantFrom(...measures),
      inEffort: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(question, async ({ lives, hours, measure, inEffort }) => {
        const unit = inEffort && measure === "done" ? "effort_days" : "items";
        const product = await makeProduct(db());
        const source = await makeSource(db(), product);
        const items = lives.map((one, index) => itemOfLife(one, index));
        const clock = { now: () => at(syncedAt) };
        await syncOnce(db(), source, new MemoryTracker(items).connector(), clock);
        await replaceItemEvents(db(), {
          workspaceId: product.workspaceId,
          items: items.map((item) => ({ ...item, id: itemIdOf(source.id, item.externalId) })),
        });
        const key = { workspaceId: product.workspaceId, productId: product.id };
        await refreshLedger(db(), key, "product");
        for (const [index, one] of lives.entries()) {
          const itemId = itemIdOf(source.id, String(1000 + index));
          for (const { hours: when, category } of one.decisions) {
            const ctx = contextOf(db(), product, { now: () => at(when) });
            if (category === null) await clearCategory({ ctx, input: { itemId } });
            else await setCategory({ ctx, input: { itemId, decision: { category } } });
          }
        }
        const ctx = contextOf(db(), product);
        const asKnownAt = at(hours).toISOString();
        const range = { from: "2026-01-01", to: "2026-03-31", bucket: "week" };
        const balance = await getBalance({
          ctx,
          input: {
            productId: product.id,
            query: getBalanceSchema.parse({ ...range, measure, unit, asKnownAt }),
          },
        });
        const known = lives.flatMap((one) => knownAt(one, hours) ?? []);
        for (const { start: first, end, counts, excluded, unestimated } of balance.buckets) {
          const naive = naiveCounts({
            ...{ items: known, start: first, end, timeZone: "UTC", measure, unit },
          });
          expect({ ...counts, excluded, unestimated }).toEqual(closeCounts(naive));
        }
        const list = await listItems({
          ctx,
          input: { productId: product.id, query: listItemsSchema.parse({ asKnownAt }) },
        });
        const told = list.items
          .map((item) => [item.number, item.state, item.category, item.effortDays])
          .sort();
        const expected = lives.flatMap((one, index) => {
          const item = knownAt(one, hours);
          if (item === null) return [];
          const category = item.category === "unclassified" ? null : item.category;
          return [[index, item.closedAt ? "closed" : "open", category, item.effortDays]];
        });
        expect(told).toEqual(expected.sort());
      }),
      { numRuns: 40 },
    );
  }, 300_000);

  async function closedBug() {
    const product = await makeProduct(db());
    const source = await makeSource(db(), product);
    const closedAt = new Date("2026-01-10T09:00:00Z");
    const items = [
      workItem({ number: 1, labels: ["bug"], closedAt }),
      workItem({ number: 2, labels: ["bug"] }),
      workItem({ number: 3, closedAt }),
    ];
    await syncOnce(db(), source, new MemoryTracker(items).connector());
    const idOf = (number: number) => itemIdOf(source.id, String(1000 + number));
    return { product, idOf, ctx: contextOf(db(), product) };
  }

  test("the audit lists who changed what after it was closed, and not what was first seen then", async () => {
    const { product, idOf, ctx } = await closedBug();
    const audit = (asked: object) => {
      const query = listLateChangesSchema.parse(asked);
      return listLateChanges({ ctx, input: { productId: product.id, query } });
    };
    expect(await audit({})).toMatchObject({ items: [], changedItems: 0, moves: [] });
    const decide = (number: number, category: Category, day: string) =>
      setCategory({
        ctx: { ...ctx, now: () => new Date(`${day}T12:00:00Z`) },
        input: { itemId: idOf(number), decision: { category } },
      });
    for (const number of [1, 2, 3]) await decide(number, "feature", "2026-03-02");
    const first = await audit({ limit: 1 });
    const rest = await audit({ cursor: first.nextCursor ?? undefined });
    const told = [...first.items, ...rest.items].map((change) => [
      change.key,
      change.fromCategory,
      change.toCategory,
      change.actor,
    ]);
    expect(told.sort()).toEqual([
      ["owner/repository#1", "maintenance", "feature", "ada"],
      ["owner/repository#3", null, "feature", "ada"],
    ]);
    await decide(1, "rewrite", "2026-03-04");
    const keys = async (asked: object) => (await audit(asked)).items.map(({ key }) => key);
    expect(await keys({ from: "2026-03-03" })).toEqual(["owner/repository#1"]);
    expect(await keys({ from: "2026-03-03", to: "2026-03-03" })).toEqual([]);
    expect(await keys({ to: "2026-03-02" })).toHaveLength(2);
    expect(first).toMatchObject({ changedItems: 2 });
    const { changedItems, moves } = await audit({ limit: 1 });
    expect(changedItems).toBe(2);
    expect(moves).toHaveLength(3);
    expect(moves).toContainEqual({ fromCategory: "feature", toCategory: "rewrite", changes: 1 });
    await expect(audit({ from: "2026-03-04", to: "2026-03-03" })).rejects.toMatchObject({
      code: "invalid_request",
    });
  });

  test("a day is known to its end in the product's own time zone, by balance and items alike", async () => {
    const product = await makeProduct(db(), { timeZone: "America/New_York" });
    const source = await makeSource(db(), product);
    const closedAt = new Date("2026-01-10T09:00:00Z");
    const items = [workItem({ number: 1, labels: ["bug"], closedAt })];
    await syncOnce(db(), source, new MemoryTracker(items).connector(), {
      now: () => new Date("2026-02-01T00:00:00Z"),
    });
    // In New York: half past four on the 2nd, eleven at night on the 3rd, and the 4th's first instant.
    const decisions = [
      { at: "2026-03-02T21:30:00Z", category: "feature" },
      { at: "2026-03-04T04:00:00Z", category: "rewrite" },
      { at: "2026-03-04T05:00:00Z", category: "tech_debt" },
    ] as const;
    for (const { at: when, category } of decisions) {
      const ctx = contextOf(db(), product, { now: () => new Date(when) });
      const itemId = itemIdOf(source.id, "1001");
      await setCategory({ ctx, input: { itemId, decision: { category } } });
    }
    const ctx = contextOf(db(), product, { now: () => new Date("2026-03-09T00:00:00Z") });
    const knownOn = async (asKnownAt: string) => {
      const input = { productId: product.id };
      const range = { from: "2026-01-01", to: "2026-01-31", bucket: "month" };
      const asked = getBalanceSchema.parse({ ...range, asKnownAt });
      const { totals } = await getBalance({ ctx, input: { ...input, query: asked } });
      const query = listItemsSchema.parse({ asKnownAt });
      const list = await listItems({ ctx, input: { ...input, query } });
      const counted = Object.entries(totals.counts).find(([, count]) => count === 1);
      expect(list.items.map(({ category }) => category ?? "unclassified")).toEqual([counted?.[0]]);
      return counted?.[0];
    };
    expect(await knownOn("2026-03-01")).toBe("maintenance");
    expect(await knownOn("2026-03-02")).toBe("feature");
    expect(await knownOn("2026-03-03")).toBe("rewrite");
    expect(await knownOn("2026-03-04")).toBe("tech_debt");
    expect(await knownOn("2026-03-03T12:00:00Z")).toBe("feature");
    expect(getBalanceSchema.safeParse({ asKnownAt: "yesterday" }).success).toBe(false);
  });

  test("a contested item is marked, counted and bounds the shares until it is settled", async () => {
    const { product, idOf, ctx } = await closedBug();
    const itemId = idOf(1);
    await setCategory({ ctx, input: { itemId: idOf(3), decision: { category: "feature" } } });
    await contestItem({ ctx, input: { itemId, reason: "It was a new export" } });
    await expect(contestItem({ ctx, input: { itemId, reason: "Again" } })).rejects.toMatchObject({
      code: "conflict",
    });
    const query = getBalanceSchema.parse({ from: "2026-01-01", to: "2026-01-31", bucket: "month" });
    const ask = () => getBalance({ ctx, input: { productId: product.id, query } });
    const { totals } = await ask();
    expect(totals.shares).toMatchObject({ feature: 0.5, maintenance: 0.5 });
    expect(totals.contested.counts).toMatchObject({ maintenance: 1, feature: 0 });
    expect(totals.contested.band).toMatchObject({
      feature: { least: 0.5, most: 1 },
      maintenance: { least: 0, most: 0.5 },
      rewrite: { least: 0, most: 0.5 },
    });
    const contested = listItemsSchema.parse({ contested: "true" });
    const list = await listItems({ ctx, input: { productId: product.id, query: contested } });
    expect(list.items.map(({ id }) => id)).toEqual([itemId]);
    const why = { reason: "It was a new export", actor: "ada", at: testNow.toISOString() };
    expect(list.items[0]).toMatchObject({ contested: true, dispute: why });
    const later = { ...ctx, now: () => new Date("2026-03-05T00:00:00Z") };
    const settled = await settleItem({ ctx: later, input: { itemId } });
    expect(settled).toMatchObject({ contested: false, dispute: null });
    expect(settled.disputes).toMatchObject([{ reason: "It was a new export", settledBy: "ada" }]);
    expect((await ask()).totals.contested.band).toBeNull();
    const then = getBalanceSchema.parse({
      ...{ from: "2026-01-01", to: "2026-01-31", bucket: "month" },
      asKnownAt: "2026-03-03T00:00:00Z",
    });
    const known = await getBalance({ ctx, input: { productId: product.id, query: then } });
    expect(known.totals.contested.counts.maintenance).toBe(1);
    await expect(settleItem({ ctx, input: { itemId } })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
