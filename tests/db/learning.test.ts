import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { queryRows } from "@/db/client";
import { readCorrections } from "@/db/queries/corrections";
import { findProduct } from "@/db/queries/products";
import { categories } from "@/lib/domain/category";
import { clearCategory } from "@/lib/services/clear-category";
import { deleteSource } from "@/lib/services/delete-source";
import { getItem } from "@/lib/services/get-item";
import { setCategories } from "@/lib/services/set-categories";
import { undoBatch } from "@/lib/services/undo-batch";
import { requestLearning } from "@/lib/sync/learn-corrections";
import { productModels } from "@/lib/sync/product-models";
import { advanceReclassification, requestReclassification } from "@/lib/sync/reclassify-product";
import { testNow, workItem } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import {
  frobnicate,
  minutesOn,
  openLearning,
  readFullAnswers,
  zorgle,
} from "@/tests/setup/learning-world";
import { shippedModel } from "@/tests/unit/classify/model/shipped-model";

const things = ["header", "footer", "list", "page", "table", "menu", "form", "map"];
const items = [
  ...things.map((what, index) => zorgle(index + 1, what)),
  ...things.map((what, index) => frobnicate(index + 11, what)),
  zorgle(21, "window"),
  frobnicate(22, "window"),
  workItem({ number: 31, title: "Zorgle the door", labels: ["bug"] }),
  workItem({ number: 32, title: "Zorgle the roof", labels: ["ours"] }),
  workItem({ number: 33, title: "" }),
];

describeOnBothEngines("learning from corrections", (db) => {
  const open = (tracked = items) => openLearning(db(), shippedModel, tracked);
  type Opened = Awaited<ReturnType<typeof open>>;

  /** Eight decisions, a minute apart: what is zorgled is debt, what is frobnicated a feature. */
  async function correctEight({ correct }: Opened, order = [1, 2, 3, 4]) {
    for (const number of order) {
      await correct(number, "tech_debt", number);
      await correct(number + 10, "feature", number + 4);
    }
  }
  const answersOf = async ({ product }: Opened) => readFullAnswers(db(), product);
  const answerOf = async (world: Opened, number: number) =>
    (await answersOf(world)).find((answer) => answer.number === number);

  test("the model's answers move as it was corrected, and nothing else does", async () => {
    const world = await open();
    await correctEight(world);
    const before = await answersOf(world);
    await world.learnAt(60);
    const after = await answersOf(world);
    expect(await answerOf(world, 21)).toMatchObject({
      ...{ category: "tech_debt", because: "model" },
      evidence: expect.arrayContaining([{ field: "correction", value: "feature" }]),
    });
    const moved = after.filter((answer, index) => answer.category !== before[index]?.category);
    expect(moved.length).toBeGreaterThan(4);
    expect(moved.every(({ because }) => because === "model" || because === null)).toBe(true);
    const firm = (all: typeof after) => all.filter((one) => one.because !== "model" && one.because);
    expect(firm(after)).toEqual(firm(before));
    expect(firm(after).map(({ because }) => because)).toEqual([
      ...Array<string>(8).fill("override"),
      ...["label", "rule"],
    ]);
  });

  test("while somebody goes on deciding nothing moves; five minutes after the last it does", async () => {
    const world = await open();
    await correctEight(world);
    const before = await answersOf(world);
    for (const minute of [9, 12.9]) {
      await world.learnAt(minute);
      expect(await answersOf(world)).toEqual(before);
    }
    await world.learnAt(13);
    expect(await answerOf(world, 21)).toMatchObject({ category: "tech_debt" });
    const once = await answersOf(world);
    await world.correct(5, "tech_debt", 14);
    await world.learnAt(18);
    expect((await answersOf(world)).filter(({ number }) => number !== 5)).toEqual(
      once.filter(({ number }) => number !== 5),
    );
  });

  test("an hour after the first, what was decided is learnt however busy they are", async () => {
    const world = await open();
    for (let minute = 0; minute < 64; minute += 4) {
      const number = minute / 4 + 1;
      await world.correct(number > 8 ? number + 2 : number, "tech_debt", minute);
    }
    await world.learnAt(59);
    expect(await answerOf(world, 21)).not.toMatchObject({ category: "tech_debt" });
    await world.learnAt(60);
    expect(await answerOf(world, 21)).toMatchObject({ category: "tech_debt" });
  });

  test("the same decisions make the same model, in whatever order they arrive", async () => {
    const [one, other] = [await open(), await open()];
    await correctEight(one);
    await correctEight(other, [3, 1, 4, 2]);
    await one.learnAt(60);
    await other.learnAt(60);
    expect(await answersOf(other)).toEqual(await answersOf(one));
  });

  test("a decision that is taken back is unlearnt, alone or with its batch", async () => {
    const world = await open();
    const { ctx, key, idOf } = world;
    const untaught = await answersOf(world);
    await correctEight(world);
    await world.learnAt(60);
    const taught = await answersOf(world);
    world.clock.now = minutesOn(61);
    const batch = await setCategories({
      ctx,
      input: { productId: key.productId, items: [1, 2, 5, 6].map(idOf), category: "feature" },
    });
    await world.learnAt(70);
    expect(await answersOf(world)).not.toEqual(taught);
    await undoBatch({ ctx, input: { batchId: batch.batchId } });
    await world.learnAt(80);
    expect(await answersOf(world)).toEqual(taught);
    for (const number of [1, 2, 3, 4, 11, 12, 13, 14]) {
      await clearCategory({ ctx, input: { itemId: idOf(number) } });
    }
    await world.learnAt(90);
    expect(await answersOf(world)).toEqual(untaught);
  });

  test("a suggestion that is confirmed is learnt; an item that is no work is not", async () => {
    const world = await open();
    const { ctx, key, idOf } = world;
    const { suggestion, category } = await getItem({ ctx, input: { itemId: idOf(21) } });
    const productId = key.productId;
    const asked = { productId, items: [21].map(idOf), confirm: true as const };
    await setCategories({ ctx, input: asked });
    await setCategories({ ctx, input: { productId, items: [idOf(22)], category: "excluded" } });
    const learnt = await readCorrections(db(), { ...key, version: 9, limit: 9 });
    expect(learnt).toMatchObject([
      { itemId: idOf(21), category: suggestion?.category ?? category, title: "Zorgle the window" },
    ]);
    expect(await findProduct(db(), key)).toMatchObject({ correctionsVersion: 1 });
  });

  test("what there is to learn is what people's decisions are, whatever was done and undone", async () => {
    const world = await open();
    const { ctx, key, idOf } = world;
    const { productId } = key;
    const number = fc.integer({ min: 1, max: 4 });
    const category = fc.constantFrom(...categories);
    const step = fc.oneof(
      fc.record({ set: fc.uniqueArray(number, { minLength: 1 }), category }),
      fc.record({ clear: number }),
      fc.constant({ undo: true }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const batches: string[] = [];
        for (const done of steps) {
          if ("clear" in done) {
            await clearCategory({ ctx, input: { itemId: idOf(done.clear) } });
          } else if ("set" in done) {
            const input = { productId, items: done.set.map(idOf), category: done.category };
            batches.push((await setCategories({ ctx, input })).batchId);
          } else {
            const batchId = batches.pop();
            if (batchId) await undoBatch({ ctx, input: { batchId } });
          }
        }
        const version = (await findProduct(db(), key))?.correctionsVersion ?? 0;
        const learnt = await readCorrections(db(), { ...key, version, limit: 100 });
        const decided = await queryRows<{ id: string; category: string }>(
          db(),
          sql`select item_id as id, category from overrides
              where workspace_id = ${key.workspaceId} and category <> 'excluded' order by item_id`,
        );
        const known = learnt.map(({ itemId, category }) => ({ id: itemId, category }));
        expect(known.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(decided);
      }),
      { numRuns: 20 },
    );
  });

  test("what a sync brings after learning is decided as a clean full sync would", async () => {
    const early = items.filter(({ number }) => (number ?? 0) < 21);
    const [grown, clean] = [await open(early), await open()];
    for (const world of [grown, clean]) await correctEight(world);
    await grown.learnAt(60);
    // These are not learnt yet: nothing that arrives may be decided by them.
    await grown.correct(5, "feature", 61);
    for (const item of items) grown.tracker.put(item);
    await grown.sync();
    await clean.learnAt(60);
    await clean.correct(5, "feature", 61);
    expect(await answersOf(grown)).toEqual(await answersOf(clean));
    await grown.learnAt(70);
    await clean.learnAt(70);
    expect(await answersOf(grown)).toEqual(await answersOf(clean));
  });

  test("what arrives while it is being learnt is decided by the new model with all the rest", async () => {
    const numbers = Array.from({ length: 230 }, (_, index) => 101 + index);
    const later = numbers.map((number) => zorgle(number, `part ${number}`));
    const grown = await open([...items, ...numbers.map((number) => workItem({ number }))]);
    const clean = await open([...items, ...later]);
    for (const world of [grown, clean]) await correctEight(world);
    await requestLearning(db(), minutesOn(60));
    // Most of them have been decided anew by now, with the text that they had.
    expect(await advanceReclassification(grown.ctx, grown.key)).toBe(true);
    for (const item of later) grown.tracker.put(item);
    await grown.sync();
    expect(await answerOf(grown, 101)).not.toMatchObject({ category: "tech_debt" });
    await grown.learnAt(60);
    await clean.learnAt(60);
    expect(await answersOf(grown)).toEqual(await answersOf(clean));
    expect(await answerOf(grown, 101)).toMatchObject({ category: "tech_debt" });
  });

  test("an edit of a corrected item's text changes nothing of what was learnt from it", async () => {
    const world = await open();
    await correctEight(world);
    await world.learnAt(60);
    const before = await answersOf(world);
    for (const number of [1, 2, 3, 4]) world.tracker.put(frobnicate(number, "chair"));
    await world.sync();
    // Another process, which has no model in its memory, decides everything anew.
    const fresh = { ...world.ctx, modelOf: productModels(shippedModel) };
    await db().execute(
      sql`delete from classifications where workspace_id = ${world.key.workspaceId}`,
    );
    await requestReclassification(db(), world.key, { rulesVersion: 1, actor: null, at: testNow });
    await advanceReclassification(fresh, world.key);
    expect(await answersOf(world)).toEqual(before);
  });

  test("what was learnt from a source's items leaves with the source", async () => {
    const [world, without] = [await open(), await open()];
    await correctEight(world);
    await world.learnAt(60);
    const taught = await findProduct(db(), world.key);
    await deleteSource({ ctx: world.ctx, input: { sourceId: world.source.id } });
    await world.learnAt(61);
    const { correctionsVersion = 0, learntVersion } = (await findProduct(db(), world.key)) ?? {};
    expect(correctionsVersion).toBeGreaterThan(taught?.correctionsVersion ?? 0);
    expect(learntVersion).toBe(correctionsVersion);
    const model = await productModels(shippedModel)(db(), world.key, correctionsVersion);
    const untaught = await productModels(shippedModel)(db(), without.key, 0);
    const text = { title: "Zorgle the window", body: null };
    expect(model?.classify(text)).toEqual(untaught?.classify(text));
  });
});
