import fc from "fast-check";
import { expect, test } from "vitest";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { balanceSplitSchema, getBalanceSplitSchema } from "@/lib/contracts/balance-split";
import { balanceSplitCsv } from "@/lib/contracts/balance-split-csv";
import { createTeamSchema } from "@/lib/contracts/teams";
import { bucketSizes, measures, units } from "@/lib/domain/balance";
import { mostSplitParts, splits } from "@/lib/domain/split";
import { mostTeams } from "@/lib/domain/team";
import type { Context } from "@/lib/services/context";
import { createTeam } from "@/lib/services/create-team";
import { getBalance } from "@/lib/services/get-balance";
import { getBalanceSplit } from "@/lib/services/get-balance-split";
import { makeProduct, makeSource, workItem } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import { anyFilter, filteredParts, openFiltered } from "@/tests/setup/filtered-world";
import { hasKnownUnit } from "@/tests/setup/known-unit";
import { storeItems } from "@/tests/setup/store-items";

const days = { from: "2026-01-01", to: "2026-02-28" };
const question = fc
  .record({
    parts: filteredParts,
    teams: fc.array(anyFilter, { minLength: 1, maxLength: 3 }),
    beside: anyFilter,
    by: fc.constantFrom(...splits),
    bucket: fc.constantFrom(...bucketSizes),
    measure: fc.constantFrom(...measures),
    unit: fc.constantFrom(...units),
    breakdown: fc.constantFrom("category" as const, "kind" as const),
    asKnownAt: fc.option(fc.constantFrom("2026-01-10", "2026-02-01"), { nil: undefined }),
  })
  .filter(hasKnownUnit);

describeOnBothEngines("the balance side by side", (db) => {
  const split = (ctx: Context, productId: string, asked: object) =>
    getBalanceSplit({ ctx, input: { productId, query: getBalanceSplitSchema.parse(asked) } });
  const balance = (ctx: Context, productId: string, asked: object) =>
    getBalance({ ctx, input: { productId, query: getBalanceSchema.parse(asked) } });
  const save = (ctx: Context, productId: string, name: string, filter: object) =>
    createTeam({ ctx, input: { productId, team: createTeamSchema.parse({ name, filter }) } });

  test("is, part by part, what the balance answers with that filter, whatever else is asked", async () => {
    await fc.assert(
      fc.asyncProperty(question, async ({ parts, teams, beside, by, ...asked }) => {
        const { ctx, productId, sources } = await openFiltered(db(), parts);
        const withIds = ({ source, ...fields }: typeof beside) => ({
          ...fields,
          ...(source && { source: source.map((place) => sources[place === 0 ? 0 : 1].id) }),
        });
        for (const [index, filter] of teams.entries()) {
          if (Object.keys(filter).length === 0) continue;
          await save(ctx, productId, `Team ${index}`, withIds(filter));
        }
        const narrowed = { ...days, ...asked, ...withIds(beside) };
        const answer = await split(ctx, productId, { ...narrowed, by });
        expect(balanceSplitSchema.parse(answer)).toEqual(answer);
        const whole = await balance(ctx, productId, narrowed);
        expect(answer.totals).toEqual(whole.totals);
        for (const part of answer.parts) {
          const own = { ...narrowed, [by]: [part.id] };
          const { buckets, totals } = await balance(ctx, productId, own);
          expect({ buckets: part.buckets, totals: part.totals }).toEqual({ buckets, totals });
        }
        if (by === "source") {
          const asks = beside.source ?? [0, 1];
          expect(answer.parts).toHaveLength(asks.length);
        }
      }),
      { numRuns: 60 },
    );
  }, 300_000);

  test("narrows a team by the same field again: what is left is in both", async () => {
    const product = await makeProduct(db());
    const source = await makeSource(db(), product);
    const labels = [["shop"], ["web"], ["shop", "web"]];
    await storeItems(
      db(),
      product,
      source,
      labels.map((own, number) => ({
        item: workItem({ number, labels: own }),
        category: "feature" as const,
        removedAt: null,
      })),
    );
    const ctx = contextOf(db(), product);
    await save(ctx, product.id, "Shop", { label: ["shop"] });
    const asked = { ...days, measure: "opened", by: "team" };
    const counted = async (beside: object) =>
      (await split(ctx, product.id, { ...asked, ...beside })).parts[0]?.totals.counts.feature;
    expect(await counted({})).toBe(2);
    expect(await counted({ label: "web" })).toBe(1);
    expect(await counted({ q: "Item 0" })).toBe(1);
  });

  test("names those beyond the most that are shown, the largest of all first", async () => {
    const product = await makeProduct(db());
    const ctx = contextOf(db(), product);
    let number = 0;
    const names: string[] = [];
    for (let size = 0; size < mostSplitParts + 2; size += 1) {
      const source = await makeSource(db(), product, { name: `source-${10 + size}` });
      names.unshift(source.name);
      const items = Array.from({ length: size }, () => ({
        item: workItem({ number: ++number, closedAt: new Date("2026-01-20T09:00:00Z") }),
        category: "feature" as const,
        removedAt: null,
      }));
      // Excluded items make no part any larger.
      const excluded = [1, 2, 3].map(() => ({ ...noWork(++number), removedAt: null }));
      await storeItems(db(), product, source, [...items, ...(size === 1 ? excluded : [])]);
    }
    const answer = await split(ctx, product.id, { ...days, by: "source" });
    expect(answer.overlapping).toBe(false);
    expect(answer.parts.map(({ name }) => name)).toEqual(names.slice(0, mostSplitParts));
    expect(answer.others.map(({ name, amount }) => [name, amount])).toEqual([
      ["source-11", 1],
      ["source-10", 0],
    ]);
  });

  test("answers for as many teams as a product can have, and for those that are chosen", async () => {
    const { ctx, productId } = await openFiltered(db(), []);
    const ids: string[] = [];
    for (let index = 0; index < mostTeams; index += 1) {
      const filter = index % 2 === 0 ? { label: [`l${index}`] } : { component: [`c${index}`] };
      ids.push((await save(ctx, productId, `Team ${index}`, filter)).id);
    }
    const all = await split(ctx, productId, { ...days, by: "team" });
    expect(all.parts.length + all.others.length).toBe(mostTeams);
    expect(all.overlapping).toBe(true);
    const team = ids.slice(3, 5);
    const chosen = await split(ctx, productId, { ...days, by: "team", team });
    expect(chosen.parts.map(({ id }) => id)).toEqual(team);
    const upper = ids[7]?.toUpperCase();
    expect((await split(ctx, productId, { ...days, by: "team", team: upper })).parts).toHaveLength(
      1,
    );
  }, 60_000);

  test("is saved as a file of a line for each part and bucket; a hostile name is text", async () => {
    const { ctx, productId } = await openFiltered(db(), []);
    const { id } = await save(ctx, productId, "=1+1", { label: ["shop"] });
    const asked = { ...days, bucket: "month", by: "team", format: "csv" };
    const lines = balanceSplitCsv(await split(ctx, productId, asked)).split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe(`team,${id},'=1+1,2026-01-01,2026-01-31,true,done,items,0,0,0,0,0,0,0,,`);
  });

  test("holds no source or team of another product, and nothing where there is none", async () => {
    const here = await openFiltered(db(), []);
    const bare = await makeProduct(db(), { workspaceId: here.ctx.actor.workspaceId });
    for (const by of splits) {
      expect(await split(here.ctx, bare.id, { ...days, by })).toMatchObject({
        parts: [],
        others: [],
      });
    }
    const elsewhere = await openFiltered(db(), []);
    const refused = { code: "not_found" };
    await expect(
      split(here.ctx, elsewhere.productId, { ...days, by: "source" }),
    ).rejects.toMatchObject(refused);
  });

  test("refuses what the balance refuses, naming the field", async () => {
    const { ctx, productId } = await openFiltered(db(), []);
    for (const days of [{ from: "2026-02-01", to: "2026-01-01" }, { from: "2200-01-01" }]) {
      await expect(split(ctx, productId, { ...days, by: "source" })).rejects.toMatchObject({
        code: "invalid_request",
        fields: { from: expect.any(String) },
      });
    }
    const unknown = { ...days, by: "team", team: crypto.randomUUID() };
    await expect(split(ctx, productId, unknown)).rejects.toMatchObject({
      code: "invalid_request",
      fields: { team: expect.any(String) },
    });
  });
});

function noWork(number: number) {
  const closedAt = new Date("2026-01-20T09:00:00Z");
  return { item: workItem({ number, closedAt }), category: "excluded" as const };
}
