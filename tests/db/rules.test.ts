import fc from "fast-check";
import { expect, test } from "vitest";
import { createClassifier } from "@/lib/classify/classifier";
import type { RuleSet } from "@/lib/classify/rules/rule-set";
import { getBalanceSchema } from "@/lib/contracts/balance";
import type { RulesPreview } from "@/lib/contracts/rules";
import type { Context } from "@/lib/services/context";
import { getBalance } from "@/lib/services/get-balance";
import { getRules } from "@/lib/services/get-rules";
import { previewRules } from "@/lib/services/preview-rules";
import { saveRules } from "@/lib/services/save-rules";
import { setCategory } from "@/lib/services/set-category";
import { itemIdOf } from "@/lib/sync/item-id";
import { advanceReclassification, requestReclassification } from "@/lib/sync/reclassify-product";
import { testNow, workItem } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { MemoryTracker } from "@/tests/setup/memory-connector";
import { anyRuleSet, ruleSetOf } from "@/tests/setup/rule-sets";
import {
  anyItems,
  apiIsDebt,
  countChanges,
  openRules,
  readAnswers,
  toDebt,
} from "@/tests/setup/rules-world";
import { syncOnce } from "@/tests/setup/sync-once";

describeOnBothEngines("a product's rules", (db) => {
  const open = (change = {}) => openRules(db(), change);

  function preview(ctx: Context, productId: string, ruleSet: RuleSet, page = {}) {
    return previewRules({ ctx, input: { productId, ruleSet, limit: 3, ...page } });
  }

  async function wholePreview(ctx: Context, productId: string, ruleSet: RuleSet) {
    const first = await preview(ctx, productId, ruleSet);
    const pages: RulesPreview[] = [first];
    for (let page = first; page.nextCursor !== null; ) {
      page = await preview(ctx, productId, ruleSet, { cursor: page.nextCursor });
      pages.push(page);
    }
    return { summary: first.summary, items: pages.flatMap(({ items }) => items) };
  }

  test("the preview is what saving does: item for item, in the months of the chart", async () => {
    await fc.assert(
      fc.asyncProperty(anyItems, anyRuleSet, anyRuleSet, async (items, before, after) => {
        const { product, source, ctx, productId } = await open({ timeZone: "Pacific/Auckland" });
        await syncOnce(db(), source, new MemoryTracker(items).connector());
        await saveRules({ ctx, input: { productId, expectedVersion: 0, ruleSet: before } });
        const query = getBalanceSchema.parse({
          ...{ from: "2025-05-01", to: "2026-03-31", bucket: "month", unit: "points" },
        });
        const was = await readAnswers(db(), product);
        const old = await getBalance({ ctx, input: { productId, query } });
        const told = await wholePreview(ctx, productId, after);
        await saveRules({ ctx, input: { productId, expectedVersion: 1, ruleSet: after } });
        const now = await readAnswers(db(), product);
        const fresh = await getBalance({ ctx, input: { productId, query } });

        const counted = new Set(
          items.filter((one) => !one.isContainer).map((one) => itemIdOf(source.id, one.externalId)),
        );
        const moved = now.flatMap(({ id, category }, index) => {
          const from = was[index]?.category ?? null;
          return from !== category && counted.has(id) ? [[id, from, category]] : [];
        });
        expect(told.items.map(({ id, from, to }) => [id, from.category, to.category])).toEqual(
          moved,
        );
        expect(told.summary?.moved).toBe(moved.length);
        expect(told.summary?.looked).toBe(counted.size);
        const decidedBy = (rule: string) =>
          now.filter(({ id, evidence: [first] }) => {
            return counted.has(id) && first?.field === "rule" && first.value === rule;
          });
        expect(told.summary?.matches).toEqual(
          after.rules.map(({ id, name }) => ({ ruleId: id, items: decidedBy(name).length })),
        );
        for (const [index, bucket] of fresh.buckets.entries()) {
          const month = bucket.start.slice(0, 7);
          const moves = told.summary?.moves.filter((move) => move.month === month) ?? [];
          const counts = { ...old.buckets[index]?.counts, excluded: old.buckets[index]?.excluded };
          const expected = new Map(Object.entries(counts).map(([k, v]) => [k, v ?? 0]));
          for (const { from, to, points } of moves) {
            const [source, target] = [from ?? "unclassified", to ?? "unclassified"];
            expected.set(source, (expected.get(source) ?? 0) - points);
            expected.set(target, (expected.get(target) ?? 0) + points);
          }
          expect({ ...bucket.counts, excluded: bucket.excluded }).toEqual(
            Object.fromEntries(expected),
          );
        }
      }),
      { numRuns: 50 },
    );
  }, 300_000);

  test("what a sync decides is what a reclassification decides, so that it writes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(anyItems, anyItems, anyRuleSet, async (items, later, ruleSet) => {
        const { product, source, ctx, productId } = await open();
        const tracker = new MemoryTracker(items);
        await syncOnce(db(), source, tracker.connector());
        await saveRules({ ctx, input: { productId, expectedVersion: 0, ruleSet } });
        for (const item of later) tracker.put(item);
        await syncOnce(db(), source, tracker.connector(), { mode: "full" });
        const bySync = await readAnswers(db(), product);
        const journal = await countChanges(db(), source);
        const key = { workspaceId: product.workspaceId, productId };
        await requestReclassification(db(), key, { rulesVersion: 1, actor: null, at: testNow });
        await advanceReclassification(ctx, key);
        expect(await readAnswers(db(), product)).toEqual(bySync);
        expect(await countChanges(db(), source)).toBe(journal);
      }),
      { numRuns: 25 },
    );
  }, 300_000);

  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => workItem({ number: index + 1, labels: ["api"] }));

  test("a preview that nobody waits for any more ends at its next batch", async () => {
    const { source, ctx, productId } = await open();
    const silent = many(700).map((item) => ({ ...item, labels: [] }));
    await syncOnce(db(), source, new MemoryTracker(silent).connector());
    const gone = new AbortController();
    let asked = 0;
    const classify = () => {
      asked += 1;
      gone.abort();
      return null;
    };
    // A text of the raw record makes batches of 200.
    const ruleSet = ruleSetOf([
      { when: { field: "custom", name: "author", is: ["nobody"] }, decide: toDebt },
    ]);
    const whoAsks = { ...ctx, modelOf: async () => ({ classify }) };
    const input = { productId, ruleSet, limit: 3 };
    const preview = previewRules({ ctx: whoAsks, input, signal: gone.signal });
    await expect(preview).rejects.toMatchObject({ name: "AbortError" });
    expect(asked).toBe(200);
  });

  test("readers see the old answers until the last batch, then all the new; killed between, it goes on", async () => {
    const { product, source, ctx, productId } = await open();
    const tracker = new MemoryTracker(many(700));
    await syncOnce(db(), source, tracker.connector());
    const key = { workspaceId: product.workspaceId, productId };
    // A text of the raw record makes batches of 200.
    const ruleSet = ruleSetOf([
      { when: { field: "custom", name: "author", is: ["ada"] }, decide: toDebt },
    ]);
    const seen: string[] = [];
    const saved = await saveRules({
      ctx: { ...ctx, reclassification: { wake: () => seen.push("woken") } },
      input: { productId, expectedVersion: 0, ruleSet },
    });
    expect(seen).toEqual(["woken"]);
    expect(saved).toMatchObject({ version: 1, activeVersion: 0 });
    expect(saved.reclassification).toMatchObject({ done: 600, total: 700, finishedAt: null });
    const categories = async () =>
      new Set((await readAnswers(db(), product)).map((a) => a.category));
    expect(await categories()).toEqual(new Set([null]));

    // Meanwhile a person decides, takes back, and a sync brings something new.
    const itemId = itemIdOf(source.id, "1001");
    await setCategory({ ctx, input: { itemId, decision: { category: "rewrite" } } });
    tracker.put(workItem({ number: 2, author: "grace" }));
    tracker.put(workItem({ number: 701 }));
    await syncOnce(db(), source, tracker.connector(), { mode: "full" });

    const dying = new Error("killed");
    const failing = {
      ...ctx,
      now: () => {
        throw dying;
      },
    };
    let more = true;
    while (more) {
      try {
        more = await advanceReclassification(failing, key);
      } catch (error) {
        expect(error).toBe(dying);
        break;
      }
    }
    expect(await categories()).toEqual(new Set([null, "rewrite"]));
    expect((await getRules({ ctx, input: { productId } })).activeVersion).toBe(0);
    while (await advanceReclassification(ctx, key)) {
      // To the end.
    }
    const answers = new Map((await readAnswers(db(), product)).map((a) => [a.id, a.category]));
    expect(answers.get(itemId)).toBe("rewrite");
    expect(answers.get(itemIdOf(source.id, "1002"))).toBeNull();
    expect(answers.get(itemIdOf(source.id, "1701"))).toBe("tech_debt");
    expect([...answers.values()].filter((one) => one === "tech_debt")).toHaveLength(699);
    const rules = await getRules({ ctx, input: { productId } });
    expect(rules).toMatchObject({ version: 1, activeVersion: 1 });
    expect(rules.reclassification).toMatchObject({ changed: 699 });
    expect(rules.reclassification?.finishedAt).not.toBeNull();
  });

  test("a rule that names what no item has is told, and how many items each decides", async () => {
    const { source, ctx, productId } = await open();
    await syncOnce(db(), source, new MemoryTracker(many(3)).connector());
    const ruleSet = ruleSetOf([
      { when: { field: "label", is: ["API", "gone"] }, decide: toDebt },
      { when: { field: "type", like: ["Sto*"] }, decide: toDebt },
    ]);
    const { summary } = await preview(ctx, productId, ruleSet);
    expect(summary?.matches.map(({ items }) => items)).toEqual([3, 0]);
    expect(summary?.warnings).toEqual([
      { ruleId: "r0", message: "No item has the label “gone”." },
      { ruleId: "r1", message: "No item has a type like “Sto*”." },
    ]);
  });

  test("a kind that counts elsewhere for this product moves with it", async () => {
    const { product, source, ctx, productId } = await open();
    const item = workItem({ number: 1, labels: ["performance"] });
    await syncOnce(db(), source, new MemoryTracker([item]).connector());
    const ruleSet = ruleSetOf([], { kinds: { performance: "feature" } });
    await saveRules({ ctx, input: { productId, expectedVersion: 0, ruleSet } });
    expect(await readAnswers(db(), product)).toMatchObject([
      { category: "feature", kind: "performance" },
    ]);
    const itemId = itemIdOf(source.id, "1001");
    const decision = { category: "feature" as const, kind: "performance" as const };
    await expect(setCategory({ ctx, input: { itemId, decision } })).resolves.toMatchObject({
      category: "feature",
    });
  });

  test("a rule decides about work, not about what was never delivered, unless it says so", async () => {
    const { product, source, ctx, productId } = await open();
    const closed = { closedAt: new Date("2026-01-10T00:00:00Z"), labels: ["api"] };
    const items = [
      workItem({ number: 1, ...closed }),
      workItem({ number: 2, ...closed, resolution: "not_planned" }),
    ];
    await syncOnce(db(), source, new MemoryTracker(items).connector());
    await saveRules({ ctx, input: { productId, expectedVersion: 0, ruleSet: apiIsDebt } });
    const categoriesOf = async () => {
      const answers = new Map((await readAnswers(db(), product)).map((a) => [a.id, a.category]));
      return ["1001", "1002"].map((id) => answers.get(itemIdOf(source.id, id)));
    };
    expect(await categoriesOf()).toEqual(["tech_debt", "excluded"]);
    const all = [
      { field: "label" as const, is: ["api"] },
      { field: "resolution" as const, is: ["not_planned"] },
    ];
    const asked = ruleSetOf([{ when: { all }, decide: toDebt }]);
    await saveRules({ ctx, input: { productId, expectedVersion: 1, ruleSet: asked } });
    expect(await categoriesOf()).toEqual([null, "tech_debt"]);
    expect(createClassifier(asked).customFields).toEqual([]);
  });
});
