import { expect, test } from "vitest";
import { raiseProductVersion } from "@/db/queries/product-version";
import type { ProductRow } from "@/db/schema";
import {
  backTestSchema,
  forecastSchema,
  getBackTestSchema,
  getForecastSchema,
} from "@/lib/contracts/forecast";
import { createTeamSchema } from "@/lib/contracts/teams";
import { createTeam } from "@/lib/services/create-team";
import { getBackTest } from "@/lib/services/get-back-test";
import { getForecast } from "@/lib/services/get-forecast";
import { createReadCache } from "@/lib/services/read-cache";
import { makeProduct, makeSource, testNow, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { evenProduct } from "@/tests/setup/forecast-world";
import { storeItems } from "@/tests/setup/store-items";

/** Three features come a week and are done two weeks later; one debt item comes and stays. */
const threeAndOne = [
  { category: "feature", items: 3, doneAfterWeeks: 2 },
  { category: "tech_debt", items: 1, doneAfterWeeks: null },
] as const;

describeOnBothEngines("the forecast", (db) => {
  const ask = async (product: ProductRow, asked: object = {}, now = testNow) => {
    const ctx = contextOf(db(), product, { now: () => now });
    const query = getForecastSchema.parse(asked);
    return forecastSchema.parse(
      await getForecast({ ctx, input: { productId: product.id, query } }),
    );
  };
  const check = async (product: ProductRow, asked: object = {}) => {
    const query = getBackTestSchema.parse(asked);
    const input = { productId: product.id, query };
    return backTestSchema.parse(await getBackTest({ ctx: contextOf(db(), product), input }));
  };

  test("draws from no week that is still to come, whatever instant it is asked as of", async () => {
    const product = await evenProduct(db(), threeAndOne);
    const ahead = await ask(product, { asKnownAt: "2027-01-01T00:00:00Z" });
    const { history, start } = await ask(product);
    expect({ history: ahead.history, start: ahead.start }).toEqual({ history, start });
  });

  test("names the instant that it was asked as of where that lies before any tracker", async () => {
    const product = await evenProduct(db(), threeAndOne);
    const asked = { asKnownAt: "1969-12-30T00:00:00Z" };
    const refusal = { code: "invalid_request", fields: { asKnownAt: expect.any(String) } };
    await expect(ask(product, asked)).rejects.toMatchObject(refusal);
    await expect(check(product, asked)).rejects.toMatchObject(refusal);
  });

  test("begins with the stock of the last whole week, and goes on as its weeks went", async () => {
    const product = await evenProduct(db(), threeAndOne);
    const { history, start, forecast, reason, shares } = await ask(product);
    expect([shares, reason]).toEqual([null, null]);
    expect(history).toHaveLength(52);
    const none = { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0, unclassified: 0 };
    expect(history.at(-1)).toEqual({
      ...{ start: "2026-02-23", end: "2026-03-01" },
      arrivals: { ...none, feature: 3, tech_debt: 1 },
      completions: { ...none, feature: 3 },
      dropped: none,
      open: { ...none, feature: 6, tech_debt: 60 },
    });
    expect(start).toEqual({
      day: "2026-03-01",
      open: { ...none, feature: 6, tech_debt: 60, together: 66 },
    });
    expect(forecast?.weeks).toHaveLength(13);
    expect(forecast?.weeks[0]).toMatchObject({ start: "2026-03-02", end: "2026-03-08" });
    expect(forecast?.weeks.at(-1)).toMatchObject({
      ...{ start: "2026-05-25", end: "2026-05-31" },
      stock: { feature: { p10: 6, p50: 6, p90: 6 }, tech_debt: { p10: 73, p50: 73, p90: 73 } },
    });
    expect(forecast?.steadyFrom).toEqual({ week: null, chance: 0 });
    expect(forecast?.steady.feature).toEqual({ week: 1, chance: 1 });
  });

  test("with shares, divides what was completed anew, and says when debt stops growing", async () => {
    const product = await evenProduct(db(), threeAndOne);
    const { forecast, shares } = await ask(product, {
      ...{ shares: "feature:50,maintenance:0,rewrite:0,tech_debt:50", weeks: "4" },
    });
    expect(shares).toEqual({ feature: 50, maintenance: 0, rewrite: 0, tech_debt: 50 });
    // One and a half of the three completions a week go to debt, of which one comes.
    expect(forecast?.weeks.map(({ stock }) => [stock.feature.p50, stock.tech_debt.p50])).toEqual([
      ...[
        [8, 60],
        [9, 59],
        [11, 59],
        [12, 58],
      ],
    ]);
    expect(forecast?.steadyFrom).toEqual({ week: 1, chance: 1 });
  });

  test("counts what was dropped as open work until it was", async () => {
    const product = await evenProduct(db(), threeAndOne);
    const source = await makeSource(db(), product);
    const createdAt = new Date("2026-02-10T09:00:00Z");
    const closedAt = new Date("2026-02-25T09:00:00Z");
    const item = workItem({ number: 1, createdAt, closedAt, resolution: "not_planned" });
    const dropped = { item, category: "excluded", kind: "wont_do", removedAt: null } as const;
    await storeItems(db(), product, source, [dropped]);
    const { history, start } = await ask(product);
    const [came, between, left] = history.slice(-3);
    expect([came?.arrivals.feature, between?.open.feature]).toEqual([4, 7]);
    expect([left?.dropped.feature, left?.open.feature, start?.open.feature]).toEqual([1, 6, 6]);
  });

  test("is the same to the byte until something changes, and is made once for all who ask", async () => {
    const product = await evenProduct(db(), [{ category: "feature", items: 2, doneAfterWeeks: 1 }]);
    let made = 0;
    const cache = createReadCache();
    const reads = {
      rowsOf: <Row>(name: string, read: () => Promise<readonly Row[]>) =>
        cache.rowsOf(name, () => {
          made += Number(name.startsWith('["forecast"'));
          return read();
        }),
    };
    const query = getForecastSchema.parse({ weeks: 8 });
    const input = { productId: product.id, query };
    const read = async (change: object = {}) =>
      JSON.stringify(await getForecast({ ctx: contextOf(db(), product, change), input }));
    const [first, second] = await Promise.all([read({ reads }), read({ reads })]);
    expect([first === second, made]).toEqual([true, 1]);
    expect(await read()).toBe(first);
    const other = { ...input, query: getForecastSchema.parse({ weeks: 9 }) };
    const { forecast } = await getForecast({
      ctx: contextOf(db(), product, { reads }),
      input: other,
    });
    expect([forecast?.weeks.length, made]).toEqual([9, 2]);
    await raiseProductVersion(db(), { workspaceId: product.workspaceId, productId: product.id });
    expect([(await read({ reads })) === first, made]).toEqual([true, 3]);
  });

  test("lets others go on while it is made", async () => {
    const product = await evenProduct(db(), threeAndOne);
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await ask(product, { weeks: 26 });
    isOver = true;
    // One pause for each hundred runs, and one for each line and week of the answer.
    expect(turns).toBeGreaterThan(200);
  });

  test("is of a filter's or a team's items, and as they were known", async () => {
    const product = await evenProduct(db(), threeAndOne, { labels: ["shop"] });
    const saved = createTeamSchema.parse({ name: "Shop", filter: { label: ["shop"] } });
    const ctx = contextOf(db(), product);
    const { id: team } = await createTeam({ ctx, input: { productId: product.id, team: saved } });
    expect((await ask(product, { team })).start?.open.tech_debt).toBe(60);
    expect((await ask(product, { label: "shop" })).forecast).not.toBeNull();
    expect((await ask(product, { label: "other" })).forecast).toBeNull();
    const known = await ask(product, { asKnownAt: "2026-02-22" }, new Date("2026-04-01T12:00:00Z"));
    expect(known.start?.day).toBe("2026-02-15");
    await expect(ask(product, { team: crypto.randomUUID() })).rejects.toMatchObject({
      ...{ code: "invalid_request", fields: { team: expect.any(String) } },
    });
    await expect(ask({ ...product, id: crypto.randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("is none where the history is too little, with what is lacking", async () => {
    const empty = await ask(await makeProduct(db()));
    expect(empty).toMatchObject({ forecast: null, reason: expect.stringMatching(/^Nothing was/) });
    const young = await ask(await evenProduct(db(), threeAndOne, { weeks: 20 }));
    expect(young).toMatchObject({
      ...{ forecast: null, reason: expect.stringContaining("20 whole weeks") },
      start: { day: "2026-03-01", open: { tech_debt: 20 } },
    });
    expect(await check(await makeProduct(db()))).toMatchObject({
      ...{ horizons: null, days: null, reason: expect.stringMatching(/^Nothing was/) },
    });
  });

  test("the back-test counts every week of the past, and weeks that are alike all come true", async () => {
    const product = await evenProduct(db(), threeAndOne);
    const { days, forecasts, withheld, horizons } = await check(product);
    expect(days).toEqual({ from: "2025-01-06", to: "2026-03-01" });
    expect([forecasts, withheld]).toEqual([31, 25]);
    expect(horizons?.map(({ weeks, lines }) => [weeks, lines.tech_debt, lines.rewrite])).toEqual(
      [
        [4, 31],
        [8, 27],
        [13, 22],
      ].map(([weeks, cases]) => [
        weeks,
        { cases, inside: cases, below: 0, above: 0, claimed: 1 },
        { cases: 0, inside: 0, below: 0, above: 0, claimed: null },
      ]),
    );
  });
});

test.each([
  [{ weeks: "3" }, "weeks"],
  [{ weeks: "27" }, "weeks"],
  [{ weeks: "soon" }, "weeks"],
  [{ shares: "feature:60,upkeep:41" }, "shares"],
  [{ shares: "feature:60" }, "shares"],
  [{ shares: "sixty" }, "shares"],
  [{ shares: "feature:60,feature:40,upkeep:0" }, "shares"],
  [{ asKnownAt: "yesterday" }, "asKnownAt"],
])("a question that makes no sense is refused, naming the field: %j", (asked, field) => {
  const { error } = getForecastSchema.safeParse(asked);
  expect(error?.issues.map(({ path }) => path)).toEqual([[field]]);
});

test("shares are given for both sides or for all four categories", () => {
  const sharesOf = (shares: string) => getForecastSchema.parse({ shares }).shares;
  expect(sharesOf("feature:60.5,upkeep:39.5")).toEqual({ feature: 60.5, upkeep: 39.5 });
  const four = { feature: 60, maintenance: 20, rewrite: 10, tech_debt: 10 };
  expect(sharesOf("feature:60,maintenance:20,rewrite:10,tech_debt:10")).toEqual(four);
});
