import fc from "fast-check";
import { expect, test } from "vitest";
import { insertProduct } from "@/db/queries/products";
import type { ProductRow } from "@/db/schema";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { getPortfolioSchema, portfolioSchema } from "@/lib/contracts/portfolio";
import { portfolioCsv } from "@/lib/contracts/portfolio-csv";
import { measures, units, weekdays } from "@/lib/domain/balance";
import { mostPortfolioProducts, portfolioBuckets } from "@/lib/domain/portfolio";
import type { Context } from "@/lib/services/context";
import { getBalance } from "@/lib/services/get-balance";
import { getPortfolio } from "@/lib/services/get-portfolio";
import { listTriggers } from "@/lib/services/list-triggers";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { AgreementWorld } from "@/tests/setup/agreement-world";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { hasKnownUnit } from "@/tests/setup/known-unit";
import { naiveCounts } from "@/tests/setup/naive-balance";
import { itemsToStore, oracleItem, oracleRange, oracleZones } from "@/tests/setup/oracle-items";
import { storeItems } from "@/tests/setup/store-items";

const question = fc
  .record({
    products: fc.array(
      fc.record({
        items: fc.array(oracleItem, { maxLength: 8 }),
        timeZone: fc.constantFrom(...oracleZones),
        weekStart: fc.constantFrom(...weekdays),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    bucket: fc.constantFrom(...portfolioBuckets),
    measure: fc.constantFrom(...measures),
    unit: fc.constantFrom(...units),
    range: oracleRange,
  })
  .filter(hasKnownUnit);

describeOnBothEngines("the portfolio", (db) => {
  const read = (ctx: Context, asked: object = {}) =>
    getPortfolio({ ctx, input: { query: getPortfolioSchema.parse(asked) } });

  /** Another product of the same workspace. */
  async function another(product: ProductRow, change: Partial<ProductRow>): Promise<ProductRow> {
    const row = { ...product, id: crypto.randomUUID(), ...change };
    await insertProduct(db(), row);
    return row;
  }

  test("counts each product in its own time zone, whatever day its weeks begin with", async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ products, range, ...asked }) => {
        const made: ProductRow[] = [];
        const own = await makeProduct(db());
        for (const { timeZone, weekStart } of products) {
          made.push(await another(own, { timeZone, weekStart }));
        }
        for (const [place, product] of made.entries()) {
          const source = await makeSource(db(), product);
          await storeItems(db(), product, source, itemsToStore(products[place]?.items ?? []));
        }
        const ctx = contextOf(db(), own);
        // At most 120 buckets.
        const days = { ...range, from: range.from < "2025-11-15" ? "2025-11-15" : range.from };
        fc.pre(days.from <= days.to);
        const { measure, unit } = asked;
        const answer = await read(ctx, { ...days, ...asked });
        expect(portfolioSchema.parse(answer)).toEqual(answer);
        expect(answer.items).toHaveLength(made.length + 1);
        for (const { id, timeZone, buckets, totals } of answer.items) {
          const place = made.findIndex((product) => product.id === id);
          const items = products[place]?.items ?? [];
          for (const { start, end, counts, excluded, unestimated } of buckets) {
            const naive = naiveCounts({ items, start, end, timeZone, measure, unit });
            expect({ ...counts, excluded, unestimated }).toEqual(naive);
          }
          const query = getBalanceSchema.parse({ ...days, ...asked });
          const balance = await getBalance({ ctx, input: { productId: id, query } });
          expect(totals).toEqual(balance.totals);
        }
        const features = answer.items.map(({ totals }) => totals.counts.feature);
        expect(answer.whole.totals.counts.feature).toBe(
          features.reduce((sum, count) => sum + count, 0),
        );
      }),
      { numRuns: 40 },
    );
  }, 300_000);

  test("leaves generated data out of the whole, unless there is nothing else", async () => {
    const real = await makeProduct(db(), { name: "Shop" });
    const sample = await another(real, { name: "Sample", sample: true });
    for (const product of [real, sample]) {
      const source = await makeSource(db(), product);
      const item = workItem({ number: 1, closedAt: new Date("2026-01-20T09:00:00Z") });
      await storeItems(db(), product, source, [{ item, category: "feature", removedAt: null }]);
    }
    const ctx = contextOf(db(), real);
    const both = await read(ctx);
    expect(both.whole.totals.counts.feature).toBe(1);
    expect(both.items.map(({ name, counted }) => [name, counted]).sort()).toEqual([
      ["Sample", false],
      ["Shop", true],
    ]);
    const alone = await makeProduct(db(), { sample: true });
    const answer = await read(contextOf(db(), alone));
    expect(answer.items).toMatchObject([{ counted: true }]);
  });

  test("holds the workspace's own products, a page at a time, and nothing where there is none", async () => {
    const product = await makeProduct(db());
    const ctx = contextOf(db(), product);
    for (let more = 0; more < mostPortfolioProducts; more += 1) {
      await another(product, { name: `More ${more}`, createdAt: new Date(+testNow - more - 1) });
    }
    const first = await read(ctx);
    expect(first.items).toHaveLength(mostPortfolioProducts);
    expect(first).toMatchObject({ total: mostPortfolioProducts + 1 });
    const second = await read(ctx, { cursor: first.nextCursor });
    expect(second.items).toHaveLength(1);
    expect(second.nextCursor).toBeNull();
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(mostPortfolioProducts + 1);
    const nobody = { workspaceId: crypto.randomUUID(), name: "eve", kind: "local" as const };
    const empty = await read(contextOf(db(), product, { actor: nobody }));
    expect(empty).toMatchObject({ items: [], total: 0, whole: { buckets: [] } });
  }, 60_000);

  test("counts each product's reasons to talk, as its own page lists them", async () => {
    const world = await AgreementWorld.create(db(), "2026-03-02T12:00:00Z");
    const { product, ctx } = world;
    await another(product, { name: "Quiet", createdAt: new Date(+testNow - 1) });
    const reasons = async () => (await read(ctx)).items.map((one) => one.reasonsToTalk);
    expect(await reasons()).toEqual([0, 0]);
    await world.stage({ name: "Expand", startsOn: "2026-02-01" });
    const { items } = await listTriggers({ ctx, input: { productId: product.id } });
    expect(items).toHaveLength(1);
    expect(await reasons()).toEqual([1, 0]);
  });

  test("covers the last 12 months, up to the latest day that it is in any product", async () => {
    const product = await makeProduct(db(), { timeZone: "America/Santiago" });
    await another(product, { timeZone: "Pacific/Auckland" });
    const ctx = contextOf(db(), product, { now: () => new Date("2026-03-02T12:00:00Z") });
    expect(await read(ctx)).toMatchObject({ from: "2025-03-03", to: "2026-03-03" });
  });

  test.each([
    [{ from: "2026-02-01", to: "2026-01-01" }, "from"],
    [{ from: "1969-12-31" }, "from"],
    [{ from: "2200-01-01" }, "from"],
    [{ to: "2200-01-01" }, "to"],
    [{ from: "2025-01-01", to: "2025-12-31", bucket: "day" }, "from"],
    [{ cursor: "nonsense" }, "cursor"],
  ])("refuses what makes no sense, naming the field: %j", async (asked, field) => {
    const ctx = contextOf(db(), await makeProduct(db()));
    await expect(read(ctx, asked)).rejects.toMatchObject({
      code: "invalid_request",
      fields: { [field]: expect.any(String) },
    });
  });

  test("is saved as a file of a line for each product and bucket; a hostile name is text", async () => {
    const product = await makeProduct(db(), { name: '=HYPERLINK("x"), "Shop"' });
    const asked = { from: "2026-01-01", to: "2026-02-28" };
    const lines = portfolioCsv(await read(contextOf(db(), product), asked)).split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe(
      `${product.id},"'=HYPERLINK(""x""), ""Shop""",UTC,false,2026-01-01,2026-01-31,true,done,items,0,0,0,0,0,0,0,,`,
    );
  });
});
