import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readProductVersion } from "@/db/queries/product-version";
import { type ProductRow, productVersions } from "@/db/schema";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { type Flow, flowSchema, getFlowSchema } from "@/lib/contracts/flow";
import { listItemsSchema } from "@/lib/contracts/items";
import { createTeamSchema } from "@/lib/contracts/teams";
import { bucketSizes, measures, unitsAhead, weekdays } from "@/lib/domain/balance";
import { chartedCategories } from "@/lib/domain/category";
import { createTeam } from "@/lib/services/create-team";
import { getBalance } from "@/lib/services/get-balance";
import { getFlow } from "@/lib/services/get-flow";
import { listItems } from "@/lib/services/list-items";
import { createReadCache } from "@/lib/services/read-cache";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import type { OracleItem } from "@/tests/setup/naive-balance";
import { naiveFlow, naiveOpen } from "@/tests/setup/naive-flow";
import { itemsToStore, oracleItem, oracleRange, oracleZones } from "@/tests/setup/oracle-items";
import { storeItems } from "@/tests/setup/store-items";

const question = fc.record({
  items: fc.array(oracleItem, { maxLength: 30 }),
  timeZone: fc.constantFrom(...oracleZones),
  weekStart: fc.constantFrom(...weekdays),
  bucket: fc.constantFrom(...bucketSizes),
  unit: fc.constantFrom(...unitsAhead),
  range: oracleRange,
});

/** What equals it but for the last digits, in which engines and JavaScript divide differently. */
function nearly(value: object): unknown {
  return JSON.parse(JSON.stringify(value), (_key, one) =>
    typeof one === "number" ? expect.closeTo(one, 6) : one,
  );
}

function expectRight(flow: Flow, items: OracleItem[]): void {
  const { timeZone, unit, from, to, open } = flow;
  for (const { start, end, complete: _, ...figures } of flow.buckets) {
    expect(figures).toEqual(nearly(naiveFlow({ items, start, end, timeZone, unit })));
  }
  expect(flow.totals).toEqual(nearly(naiveFlow({ items, start: from, end: to, timeZone, unit })));
  const { asOf, ...ages } = open;
  expect(ages).toEqual(nearly(naiveOpen({ items, day: to, asOf: new Date(asOf), timeZone })));
}

describeOnBothEngines("the flow", (db) => {
  const store = async (product: ProductRow, items: OracleItem[]) => {
    const source = await makeSource(db(), product);
    await storeItems(db(), product, source, itemsToStore(items));
    return source;
  };
  const ask = async (product: ProductRow, asked: object, now = testNow) => {
    const ctx = contextOf(db(), product, { now: () => now });
    const query = getFlowSchema.parse(asked);
    return flowSchema.parse(await getFlow({ ctx, input: { productId: product.id, query } }));
  };

  test("equals a slow reading of every item for every bucket, unit, zone and range, percentiles too", async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ items, timeZone, weekStart, bucket, unit, range }) => {
        const product = await makeProduct(db(), { timeZone, weekStart });
        await store(product, items);
        const { from, to } = range;
        const flow = await ask(product, { from, to, bucket, unit });
        expect(flow.buckets[0]?.start).toBe(from);
        expect(flow.buckets.at(-1)?.end).toBe(to);
        expectRight(flow, items);
      }),
      { numRuns: 40 },
    );
  }, 300_000);

  test("holds among reopened, removed, contained and foreign items, and every count is its list's", async () => {
    const product = await makeProduct(db(), { timeZone: "Europe/Berlin" });
    const items = fc.sample(fc.noBias(oracleItem), { numRuns: 300, seed: 6 });
    const source = await store(product, items);
    await store(await makeProduct(db()), items.slice(0, 40));
    const apart = [
      workItem({ number: 2001, isContainer: true }),
      workItem({ number: 2002, isSubtask: true }),
    ];
    const uncounted = apart.map(
      (item) => ({ item, category: "feature", removedAt: null }) as const,
    );
    await storeItems(db(), product, source, uncounted);
    const range = { from: "2025-08-15", to: "2026-03-01", bucket: "month" };
    const flow = await ask(product, range);
    expectRight(flow, items);
    const ctx = contextOf(db(), product);
    for (const measure of measures) {
      const query = getBalanceSchema.parse({ ...range, measure });
      const { totals } = await getBalance({ ctx, input: { productId: product.id, query } });
      expect(countsOf(flow, measure)).toEqual(totals.counts);
    }
    const days = { openedFrom: "2025-11-01", openedTo: "2025-11-30" };
    const november = flow.buckets.find(({ start }) => start === "2025-11-01");
    const { oldestOpenedOn, items: open } = flow.open.categories.tech_debt;
    const lists = [
      { asked: days, count: november?.categories.tech_debt.opened },
      { asked: { openOn: range.to }, count: open },
      { asked: { openOn: range.to, openedTo: oldestOpenedOn ?? "" }, count: 1 },
    ];
    for (const { asked, count } of lists) {
      const query = listItemsSchema.parse({ ...asked, category: "tech_debt" });
      const list = await listItems({ ctx, input: { productId: product.id, query } });
      expect(list.total).toBe(count);
      expect(count).toBeGreaterThan(0);
    }
  }, 120_000);

  test("ages run to the end of the last day, or to now, or to what was known", async () => {
    const product = await makeProduct(db());
    await store(product, [open("2026-02-01T00:00:00Z", "unclassified")]);
    const ageOf = async (asked: object) => {
      const flow = await ask(product, asked, new Date("2026-03-02T12:00:00Z"));
      return [flow.open.asOf, flow.open.categories.unclassified.oldestDays];
    };
    const from = "2026-01-01";
    expect(await ageOf({ from, to: "2026-02-10" })).toEqual(["2026-02-11T00:00:00.000Z", 10]);
    expect(await ageOf({ from, to: "2026-03-31" })).toEqual(["2026-03-02T12:00:00.000Z", 29.5]);
    const asKnownAt = "2026-02-03T12:00:00Z";
    expect(await ageOf({ from, to: "2026-03-31", asKnownAt })).toEqual([
      "2026-02-03T12:00:00.000Z",
      2.5,
    ]);
  });

  test("the stock is read once until something changes, and its ages run on by the minute", async () => {
    const product = await makeProduct(db());
    await store(product, [open("2026-02-01T00:00:00Z", "unclassified")]);
    const reads = createReadCache();
    const ageAt = async (clock: string) => {
      const ctx = contextOf(db(), product, { reads, now: () => new Date(`2026-03-02T${clock}Z`) });
      const query = getFlowSchema.parse({ to: "2026-03-31" });
      const flow = await getFlow({ ctx, input: { productId: product.id, query } });
      const { items, medianDays } = flow.open.categories.unclassified;
      return [flow.open.asOf, items, medianDays];
    };
    expect(await ageAt("12:00:05")).toEqual(["2026-03-02T12:00:00.000Z", 1, 29.5]);
    // Nobody says that something has changed, so that a reading can be told from what is kept.
    const key = { workspaceId: product.workspaceId, productId: product.id };
    const version = await readProductVersion(db(), key);
    await store(product, [open("2026-02-02T00:00:00Z", "unclassified")]);
    const setVersion = (to: number) =>
      db()
        .update(productVersions)
        .set({ version: to })
        .where(eq(productVersions.productId, product.id));
    await setVersion(version);
    expect(await ageAt("12:00:55")).toEqual(["2026-03-02T12:00:00.000Z", 1, 29.5]);
    expect(await ageAt("18:00:10")).toEqual(["2026-03-02T18:00:00.000Z", 1, 29.75]);
    await setVersion(version + 1);
    expect(await ageAt("18:00:20")).toEqual(["2026-03-02T18:00:00.000Z", 2, 29.25]);
  });

  test("what a clock ahead of ours says was created later is no days old", async () => {
    const product = await makeProduct(db());
    const created = ["2026-02-20", "2026-03-02T13:00:00Z", "2026-03-02T15:00:00Z"];
    await store(
      product,
      created.map((at) => open(at, "unclassified")),
    );
    const reads = createReadCache();
    const ageAt = async (at: string) => {
      const ctx = contextOf(db(), product, { reads, now: () => new Date(at) });
      const query = getFlowSchema.parse({ to: "2026-03-02" });
      const flow = await getFlow({ ctx, input: { productId: product.id, query } });
      const { items, medianDays, p85Days, oldestDays } = flow.open.categories.unclassified;
      return [items, medianDays, p85Days, oldestDays].map((one) => Number(one?.toFixed(6)));
    };
    expect(await ageAt("2026-03-02T12:00:00Z")).toEqual([3, 0, 7.35, 10.5]);
    expect(await ageAt("2026-03-02T14:00:00Z")).toEqual([3, 0.041667, 7.420833, 10.583333]);
    expect(await ageAt("2026-03-03T00:00:00Z")).toEqual([3, 0.458333, 7.8375, 11]);
  });

  test("as it was known leaves out what came later, and filters narrow all of it", async () => {
    const product = await makeProduct(db());
    const closedAt = new Date("2026-02-20T00:00:00Z");
    const items = [
      { ...open("2026-02-10T00:00:00Z", "unclassified"), closedAt },
      open("2026-02-25T00:00:00Z", "unclassified"),
    ];
    await store(product, items);
    const range = { from: "2026-02-01", to: "2026-02-28", bucket: "month" };
    const figures = async (asked: object) => {
      const { totals, open: left } = await ask(product, { ...range, ...asked });
      const { opened, done, leadTime } = totals.categories.unclassified;
      return [opened, done, leadTime.medianDays, left.categories.unclassified.items];
    };
    expect(await figures({})).toEqual([2, 1, 10, 1]);
    expect(await figures({ asKnownAt: "2026-02-22" })).toEqual([1, 1, 10, 0]);
    expect(await figures({ asKnownAt: "2026-02-15" })).toEqual([1, 0, null, 1]);
    expect(await figures({ state: "open" })).toEqual([1, 0, null, 1]);
    const saved = createTeamSchema.parse({ name: "Open", filter: { state: ["open"] } });
    const input = { productId: product.id, team: saved };
    const { id: team } = await createTeam({ ctx: contextOf(db(), product), input });
    expect(await figures({ team })).toEqual([1, 0, null, 1]);
    const unknown = crypto.randomUUID();
    await expect(figures({ team: unknown })).rejects.toMatchObject({ code: "invalid_request" });
    expect(await figures({ label: "nobody" })).toEqual([0, 0, null, 0]);
  });

  test.each([
    [{ from: "2026-03-01", to: "2026-02-01" }, "from"],
    [{ from: "1900-01-01", to: "2026-02-01" }, "from"],
    [{ from: "2026-01-01", to: "2300-01-01" }, "to"],
    [{ from: "2200-01-01" }, "from"],
    [{ from: "1970-01-01", to: "2026-01-01", bucket: "day" }, "from"],
  ])("a range that makes no sense is refused, naming the day: %j", async (asked, field) => {
    const product = await makeProduct(db());
    await expect(ask(product, asked)).rejects.toMatchObject({
      code: "invalid_request",
      fields: { [field]: expect.any(String) },
    });
  });

  test("the whole history begins with the first item that was opened", async () => {
    const product = await makeProduct(db());
    await store(product, [open("2025-11-20T10:00:00Z", "feature")]);
    const flow = await ask(product, { from: "first", to: "2026-02-28", bucket: "month" });
    expect(flow.buckets[0]).toMatchObject({ start: "2025-11-01", complete: true });
    expect(flow.from).toBe("2025-11-01");
  });
});

function open(createdAt: string, category: OracleItem["category"]): OracleItem {
  const never = { closedAt: null, removedAt: null, points: null, effortDays: null };
  return { ...never, createdAt: new Date(createdAt), category };
}

function countsOf({ totals, open: left }: Flow, measure: (typeof measures)[number]) {
  const count = (category: (typeof chartedCategories)[number]) =>
    measure === "open" ? left.categories[category].items : totals.categories[category][measure];
  return Object.fromEntries(chartedCategories.map((category) => [category, count(category)]));
}

test("measure and breakdown are no questions of the flow", () => {
  for (const asked of [{ measure: "done" }, { breakdown: "kind" }]) {
    expect(getFlowSchema.safeParse(asked).success).toBe(false);
  }
  const refused = getFlowSchema.safeParse({ unit: "effort_days" });
  expect(refused.error?.issues).toMatchObject([
    { path: ["unit"], message: expect.stringContaining("only of what is done") },
  ]);
  expect(getFlowSchema.parse({})).toMatchObject({ bucket: "week", unit: "items" });
});
