import { expect, test } from "vitest";
import { listJudgedSchema } from "@/lib/contracts/model";
import { clearCategory } from "@/lib/services/clear-category";
import { getModel } from "@/lib/services/get-model";
import { listJudged } from "@/lib/services/list-judged";
import { setCategories } from "@/lib/services/set-categories";
import { makeProduct, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { frobnicate, minutesOn, openLearning, zorgle } from "@/tests/setup/learning-world";
import { shippedModel } from "@/tests/unit/classify/model/shipped-model";

const letters = "abcdefghijklmnopqrstuvwxyz";
const items = [
  ...Array.from(letters, (letter, index) => zorgle(index + 1, `part ${letter}`)),
  ...Array.from(letters, (letter, index) => frobnicate(index + 31, `part ${letter}`)),
  workItem({ number: 60, title: "" }),
];

describeOnBothEngines("how accurate the model has been", (db) => {
  const open = () => openLearning(db(), shippedModel, items);
  type Opened = Awaited<ReturnType<typeof open>>;

  /** Half of what is zorgled and half of what is frobnicated in January, the rest in March. */
  async function correctAll({ ctx, key, clock, idOf }: Opened) {
    const { productId } = key;
    const decide = async (minute: number, category: "tech_debt" | "feature", from: number) => {
      clock.now = minutesOn(minute);
      const asked = Array.from({ length: 13 }, (_, index) => idOf(from + index));
      await setCategories({ ctx, input: { productId, items: asked, category } });
    };
    const january = -40 * 24 * 60;
    await decide(january, "tech_debt", 1);
    await decide(january + 1, "feature", 31);
    await decide(0, "tech_debt", 14);
    await decide(1, "feature", 44);
  }
  const judgedOf = ({ ctx, key }: Opened, filter: Record<string, string> = {}) => {
    const input = { productId: key.productId, ...listJudgedSchema.parse(filter) };
    return listJudged({ ctx, input });
  };

  test("every figure is as large as the list behind it, and pages join without a gap", async () => {
    const world = await open();
    await correctAll(world);
    const model = await getModel({ ctx: world.ctx, input: world.key });
    expect(model).toMatchObject({ judged: 52, silent: 0, own: { n: 52 }, shared: { n: 52 } });
    expect(model.own.right).toBeGreaterThan(model.shared.right);
    for (const { said, corrected, n } of model.confusion) {
      expect(await judgedOf(world, { said, corrected })).toMatchObject({ total: n });
    }
    for (const { from, to, rate } of model.bands) {
      const band = { from: String(from), to: String(to) };
      expect(await judgedOf(world, band)).toMatchObject({ total: rate.n });
      expect(await judgedOf(world, { ...band, right: "true" })).toMatchObject({
        total: rate.right,
      });
    }
    expect(model.months.map(({ month, own }) => [month, own.n])).toEqual([
      ["2026-01", 26],
      ["2026-03", 26],
    ]);
    const january = await judgedOf(world, { month: "2026-01", limit: "500" });
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: typeof january = await judgedOf(world, {
        ...{ month: "2026-01", limit: "10" },
        ...(cursor !== null && { cursor }),
      });
      paged.push(...page.items.map(({ itemId }) => itemId));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(january.items.map(({ itemId }) => itemId));
    expect(january.items.at(-1)).toMatchObject({ corrected: "tech_debt", sharedSaid: "feature" });
  });

  test("it says what was learnt, what waits and until when; what has no words is in no rate", async () => {
    const world = await open();
    const { ctx, key, correct, learnAt, idOf } = world;
    const learning = async () => (await getModel({ ctx, input: key })).learning;
    const none = { corrections: 0, learnt: 0, waiting: 0, dueAt: null, underWay: false };
    expect(await learning()).toEqual(none);
    await correct(1, "tech_debt", 1);
    await correct(60, "feature", 2);
    const dueAt = minutesOn(7).toISOString();
    expect(await learning()).toEqual({ ...none, corrections: 2, waiting: 2, dueAt });
    await learnAt(7);
    expect(await learning()).toEqual({ ...none, corrections: 2, learnt: 2 });
    await clearCategory({ ctx, input: { itemId: idOf(1) } });
    expect(await learning()).toMatchObject({ corrections: 1, learnt: 2, waiting: 1 });
    const model = await getModel({ ctx, input: key });
    expect(model).toMatchObject({
      ...{ judged: 1, silent: 1, own: { n: 0, accuracy: null } },
      months: [],
    });
  });

  test("another workspace's product is not there", async () => {
    const world = await open();
    const foreign = contextOf(db(), await makeProduct(db()));
    const asked = getModel({ ctx: foreign, input: world.key });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });
});
