import fc from "fast-check";
import { expect, test } from "vitest";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { listItemsSchema } from "@/lib/contracts/items";
import { getPortfolioSchema } from "@/lib/contracts/portfolio";
import { breakdowns, bucketSizes, measures, units, weekdays } from "@/lib/domain/balance";
import { chartedCategories } from "@/lib/domain/category";
import { getBalance } from "@/lib/services/get-balance";
import { getPortfolio } from "@/lib/services/get-portfolio";
import { listItems } from "@/lib/services/list-items";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { naiveCounts, naiveKinds } from "@/tests/setup/naive-balance";
import {
  isKnownUnit,
  itemsToStore,
  oracleItem,
  oracleRange,
  oracleZones,
} from "@/tests/setup/oracle-items";
import { storeItems } from "@/tests/setup/store-items";

const question = fc
  .record({
    items: fc.array(oracleItem, { maxLength: 25 }),
    timeZone: fc.constantFrom(...oracleZones),
    weekStart: fc.constantFrom(...weekdays),
    bucket: fc.constantFrom(...bucketSizes),
    measure: fc.constantFrom(...measures),
    unit: fc.constantFrom(...units),
    breakdown: fc.constantFrom(...breakdowns),
    range: oracleRange,
  })
  .filter(isKnownUnit);

const dayFilters = {
  done: (start: string, end: string) => ({ doneFrom: start, doneTo: end }),
  opened: (start: string, end: string) => ({ openedFrom: start, openedTo: end }),
  open: (_start: string, end: string) => ({ openOn: end }),
};

describeOnBothEngines("the balance", (db) => {
  test("equals a slow count for every measure, unit, bucket, zone and range; so do its lists", async () => {
    await fc.assert(
      fc.asyncProperty(
        question,
        async ({ items, timeZone, weekStart, bucket, measure, unit, breakdown, range }) => {
          const product = await makeProduct(db(), { timeZone, weekStart });
          const source = await makeSource(db(), product);
          await storeItems(db(), product, source, itemsToStore(items));
          const ctx = contextOf(db(), product);
          const { from, to } = range;
          const query = getBalanceSchema.parse({ from, to, bucket, measure, unit, breakdown });
          const balance = await getBalance({ ctx, input: { productId: product.id, query } });

          expect(balance.buckets[0]?.start).toBe(from);
          expect(balance.buckets.at(-1)?.end).toBe(to);
          for (const { start, end, counts, excluded, unestimated, kindsOf } of balance.buckets) {
            const asked = { items, start, end, timeZone, measure, unit };
            expect({ ...counts, excluded, unestimated }).toEqual(naiveCounts(asked));
            expect(kindsOf).toEqual(breakdown === "kind" ? naiveKinds(asked) : undefined);
          }
          const [bucketToList] = balance.buckets;
          if (!bucketToList) return;
          if (unit !== "items") {
            const { start, end, unestimated } = bucketToList;
            const lacking = unit === "points" ? { estimated: "no" } : { measured: "no" };
            const asked = { ...dayFilters[measure](start, end), ...lacking };
            const category = [...chartedCategories];
            const without = listItemsSchema.parse({ ...asked, category });
            const list = await listItems({ ctx, input: { productId: product.id, query: without } });
            expect(list.total).toBe(unestimated);
            return;
          }
          const { start, end, counts, excluded } = bucketToList;
          const list = await listItems({
            ctx,
            input: {
              productId: product.id,
              query: listItemsSchema.parse(dayFilters[measure](start, end)),
            },
          });
          const counted = Object.values(counts).reduce((sum, count) => sum + count, excluded);
          expect(list.total).toBe(counted);
          expect(list.items).toHaveLength(counted);
        },
      ),
      { numRuns: 60 },
    );
  }, 300_000);

  test("buckets are marked complete only when they are over and whole", async () => {
    const product = await makeProduct(db());
    const query = getBalanceSchema.parse({ from: "2026-01-10", to: "2026-03-31", bucket: "month" });
    const { buckets } = await getBalance({
      ctx: contextOf(db(), product, { now: () => testNow }),
      input: { productId: product.id, query },
    });
    expect(buckets.map(({ start, end, complete }) => [start, end, complete])).toEqual([
      ["2026-01-10", "2026-01-31", false],
      ["2026-02-01", "2026-02-28", true],
      ["2026-03-01", "2026-03-31", false],
    ]);
  });

  test("the whole history begins with the whole bucket of the first item that counts", async () => {
    const product = await makeProduct(db());
    const source = await makeSource(db(), product);
    const open = workItem({ number: 1, createdAt: new Date("2025-11-20T10:00:00Z") });
    const createdAt = new Date("2026-01-14T10:00:00Z");
    const closedAt = new Date("2026-02-05T10:00:00Z");
    const done = workItem({ number: 2, createdAt, closedAt });
    await storeItems(db(), product, source, [
      { category: "excluded", removedAt: null, item: open },
      { category: "feature", removedAt: null, item: done },
    ]);
    const startOf = async (asked: object) => {
      const query = getBalanceSchema.parse({ from: "first", to: "2026-02-28", ...asked });
      const ctx = contextOf(db(), product);
      const { from, buckets } = await getBalance({ ctx, input: { productId: product.id, query } });
      expect(buckets[0]?.start).toBe(from);
      return from;
    };
    expect(await startOf({ measure: "opened", bucket: "month" })).toBe("2025-11-01");
    expect(await startOf({ measure: "done", bucket: "week" })).toBe("2026-02-02");
    expect(await startOf({ measure: "open", bucket: "day", category: ["feature"] })).toBe(
      "2026-01-14",
    );
    expect(await startOf({ measure: "done", to: "2026-01-31", bucket: "month" })).toBe(
      "2026-01-01",
    );
    expect(await startOf({ measure: "done", label: ["none"], bucket: "month" })).toBe("2026-02-01");
  });

  test("nothing is no data, not zero: shares and coverage are null", async () => {
    const product = await makeProduct(db());
    const query = getBalanceSchema.parse({ from: "2026-01-01", to: "2026-01-31", bucket: "month" });
    const { totals } = await getBalance({
      ctx: contextOf(db(), product),
      input: { productId: product.id, query },
    });
    expect(totals).toEqual({
      counts: { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0, unclassified: 0 },
      excluded: 0,
      unestimated: 0,
      shares: { feature: null, maintenance: null, rewrite: null, tech_debt: null },
      coverage: null,
      contested: {
        counts: {
          ...{ feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0 },
          ...{ unclassified: 0, excluded: 0 },
        },
        band: null,
      },
    });
  });

  test.each([
    [{ unit: "effort_days", measure: "opened" }, "unit"],
    [{ unit: "effort_days", measure: "open" }, "unit"],
    [{ bucket: "sprint" }, "bucket"],
    [{ from: "2026-03-01", to: "2026-02-01" }, "from"],
    [{ from: "1900-01-01", to: "2026-02-01" }, "from"],
    [{ from: "2026-01-01", to: "2300-01-01" }, "to"],
    [{ from: "2200-01-01", to: "2300-01-01" }, "to"],
    [{ from: "2200-01-01" }, "from"],
    [{ from: "1970-01-01", to: "2026-01-01", bucket: "day" }, "from"],
  ])("a question that makes no sense is refused, naming the field: %j", async (asked, field) => {
    const product = await makeProduct(db());
    const query = getBalanceSchema.parse(asked);
    const answer = getBalance({
      ctx: contextOf(db(), product),
      input: { productId: product.id, query },
    });
    await expect(answer).rejects.toMatchObject({
      code: "invalid_request",
      fields: { [field]: expect.any(String) },
    });
  });

  test("the first days of all that can be asked about are answered without a first one", async () => {
    const product = await makeProduct(db());
    const ctx = contextOf(db(), product);
    const query = getBalanceSchema.parse({ to: "1970-06-30", bucket: "quarter" });
    const { from, to } = await getBalance({ ctx, input: { productId: product.id, query } });
    expect({ from, to }).toEqual({ from: "1970-01-01", to: "1970-06-30" });
    const asked = getPortfolioSchema.parse({ to: "1970-06-30", bucket: "quarter" });
    expect(await getPortfolio({ ctx, input: { query: asked } })).toMatchObject({ from, to });
  });
});
