import fc from "fast-check";
import { expect, test } from "vitest";
import { readBalanceCells } from "@/db/queries/balance";
import { readStock } from "@/db/queries/flow";
import { countItems, type ItemQuestion, readItems } from "@/db/queries/items";
import { grainsOf } from "@/lib/balance/grains";
import { makeProduct, makeSource } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import {
  bothPasts,
  moment,
  type PastItem,
  pastFilter,
  pastInstant,
  pastItem,
  storePast,
} from "@/tests/setup/past-world";

const stockDay = "2026-01-04";

/** Another reason for the same category. */
const reasonChanged: PastItem = {
  ...{ createdAt: 0, closedAt: null, isClosed: false, removedAt: null, effortDays: null },
  ...{ points: null, label: "a", assignees: [], passages: [], repeats: false, contested: null },
  isUntold: false,
  answers: [
    { at: 1, category: "feature", because: "model" },
    { at: 9, category: "feature", because: "label" },
  ],
};
const byModel = { filter: { because: ["model" as const] } };
const answeredByModel = [0, 5, 20].map((moment) => ({ moment, ...byModel }));

describeOnBothEngines("what is replayed of the past", (db) => {
  test("what has not changed since and what has are together what replaying every item tells", async () => {
    const asked = fc.array(fc.record({ moment, filter: pastFilter }), {
      minLength: 3,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(pastItem, { minLength: 1, maxLength: 6 }),
        asked,
        async (...all) => {
          const [items, questions] = all;
          const product = await makeProduct(db());
          const source = await makeSource(db(), product);
          await storePast(db(), { product, source }, items);
          const { workspaceId, id: productId, timeZone } = product;
          const key = { workspaceId, productId, timeZone };
          for (const { moment, filter } of questions) {
            const question = { ...key, filter, asKnownAt: pastInstant(moment) };
            const [read, replayed] = await bothPasts(db(), question);
            expect(read).toEqual(replayed);
            await expectCounted({ ...question, spans: {} });
            const endsAt = new Date("2026-01-05T00:00:00Z");
            await expectCounted({ ...question, spans: { openOn: { day: stockDay, endsAt } } });
            await expectStockOf(question, replayed);
          }
        },
      ),
      { numRuns: 100, examples: [[[reasonChanged], answeredByModel]] },
    );
  }, 300_000);

  async function expectCounted(question: ItemQuestion): Promise<void> {
    const page = await readItems(db(), { ...question, limit: 100, after: null });
    expect(await countItems(db(), question)).toBe(page.length);
  }

  async function expectStockOf(
    question: Parameters<typeof bothPasts>[1],
    replayed: string[],
  ): Promise<void> {
    const day = stockDay;
    const rows = replayed.map((row) => JSON.parse(row)).filter((row) => row.day <= day);
    const open = rows.reduce((sum, row) => sum + row.open, 0);
    const stock = await readStock(db(), { ...question, day, notAfter: null });
    expect(stock.reduce((sum, { items }) => sum + items, 0)).toBe(open);
    const days = grainsOf({
      ...{ from: "2026-01-01", to: day, bucket: "day", measure: "open", weekStart: "monday" },
    });
    const cells = await readBalanceCells(db(), {
      ...{ ...question, starts: ["2026-01-01"], days, measure: "open", unit: "items" },
    });
    expect(cells.reduce((sum, { amount }) => sum + amount, 0)).toBe(open);
  }
});
