import fc from "fast-check";
import { expect, test } from "vitest";
import { createTeamSchema, updateTeamSchema } from "@/lib/contracts/teams";
import type { Context } from "@/lib/services/context";
import { createTeam } from "@/lib/services/create-team";
import { deleteTeam } from "@/lib/services/delete-team";
import { listTeams } from "@/lib/services/list-teams";
import { updateTeam } from "@/lib/services/update-team";
import { makeProduct } from "@/tests/factories";
import { contextOf } from "@/tests/setup/context";
import { describeOnBothEngines } from "@/tests/setup/database";
import {
  anyFilter,
  filteredParts,
  keysOf,
  openedCount,
  openFiltered,
} from "@/tests/setup/filtered-world";
import { naiveFilter } from "@/tests/setup/naive-filter";

const shop = { name: "Shop", filter: { label: ["shop"] } };

describeOnBothEngines("teams", (db) => {
  async function open() {
    const product = await makeProduct(db());
    return { ctx: contextOf(db(), product), productId: product.id };
  }

  const save = (ctx: Context, productId: string, team: object) =>
    createTeam({ ctx, input: { productId, team: createTeamSchema.parse(team) } });
  const change = (ctx: Context, teamId: string, changed: object) =>
    updateTeam({ ctx, input: { teamId, change: updateTeamSchema.parse(changed) } });

  test("the list and the balance of teams hold the same items, whatever else is filtered", async () => {
    await fc.assert(
      fc.asyncProperty(
        filteredParts,
        fc.array(anyFilter, { minLength: 1, maxLength: 3 }),
        anyFilter,
        async (parts, saved, beside) => {
          const { ctx, productId, sources, items } = await openFiltered(db(), parts);
          const withIds = ({ source, ...fields }: typeof beside) => ({
            ...fields,
            ...(source && { source: source.map((place) => sources[place === 0 ? 0 : 1].id) }),
          });
          const filters = saved.map(withIds).filter((one) => Object.keys(one).length > 0);
          fc.pre(filters.length > 0);
          const team: string[] = [];
          for (const [index, filter] of filters.entries()) {
            team.push((await save(ctx, productId, { name: `Team ${index}`, filter })).id);
          }
          const fields = withIds(beside);
          const expected = naiveFilter(items, { ...fields, teams: filters });
          const keys = expected.map(({ item }) => item.key).sort();
          expect(await keysOf(ctx, productId, { ...fields, team })).toEqual(keys);
          expect(await openedCount(ctx, productId, { ...fields, team })).toBe(keys.length);
        },
      ),
      { numRuns: 80 },
    );
  }, 300_000);

  test("a filter comes back as it was saved, and the list is by name", async () => {
    const { ctx, productId } = await open();
    const filter = { q: "pay", contested: "true", epic: "PAY-1", component: ["a,b", "c"] };
    const team = await save(ctx, productId, { name: " web ", filter });
    expect(team).toMatchObject({
      name: "web",
      filter: { q: "pay", contested: true, epic: ["PAY-1"], component: ["a,b", "c"] },
    });
    await save(ctx, productId, shop);
    const { items } = await listTeams({ ctx, input: { productId } });
    expect(items.map(({ name }) => name)).toEqual(["Shop", "web"]);
    expect(items[1]).toEqual(team);
  });

  test("a name is one team's in a product, whatever its case; another product's is free", async () => {
    const { ctx, productId } = await open();
    const { id } = await save(ctx, productId, { ...shop, name: "Café" });
    const other = await save(ctx, productId, shop);
    const conflict = { code: "conflict", fields: { name: expect.any(String) } };
    await expect(save(ctx, productId, { ...shop, name: "CAFÉ" })).rejects.toMatchObject(conflict);
    await expect(save(ctx, productId, { ...shop, name: "cafe\u0301" })).rejects.toMatchObject(
      conflict,
    );
    await expect(change(ctx, other.id, { name: "CAFÉ" })).rejects.toMatchObject(conflict);
    expect(await change(ctx, id, { name: "CAFÉ" })).toMatchObject({ name: "CAFÉ" });
    const elsewhere = await open();
    await save(elsewhere.ctx, elsewhere.productId, { ...shop, name: "Café" });
  });

  test("a team is renamed and changed, each without the other", async () => {
    const { ctx, productId } = await open();
    const team = await save(ctx, productId, shop);
    expect(await change(ctx, team.id, { name: "Store" })).toEqual({ ...team, name: "Store" });
    const filter = { assignee: ["ada"] };
    expect(await change(ctx, team.id, { filter })).toEqual({ ...team, name: "Store", filter });
  });

  test.each(["\u202e<img src=x onerror=alert(1)>", "'; drop table teams; --", "{{7*7}} 💥"])(
    "a hostile text is a name and a value like any other: %j",
    async (text) => {
      const { ctx, productId } = await open();
      const team = await save(ctx, productId, { name: text, filter: { label: [text], q: text } });
      expect(team).toMatchObject({ name: text, filter: { label: [text], q: text } });
      expect(await keysOf(ctx, productId, { team: [team.id] })).toEqual([]);
    },
  );

  test("one that is deleted, another product's or another workspace's is a bad request", async () => {
    const { ctx, productId } = await open();
    const gone = await save(ctx, productId, shop);
    await deleteTeam({ ctx, input: { teamId: gone.id } });
    const elsewhere = await open();
    const theirs = await save(elsewhere.ctx, elsewhere.productId, shop);
    const unknown = { code: "invalid_request", fields: { team: expect.any(String) } };
    for (const { id } of [gone, theirs]) {
      await expect(keysOf(ctx, productId, { team: [id] })).rejects.toMatchObject(unknown);
      await expect(openedCount(ctx, productId, { team: [id] })).rejects.toMatchObject(unknown);
      const input = { teamId: id };
      await expect(deleteTeam({ ctx, input })).rejects.toMatchObject({ code: "not_found" });
      await expect(change(ctx, id, { name: "Mine" })).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await listTeams({ ctx, input: { productId } })).toMatchObject({ items: [] });
  });

  test("an id in upper case is the same, and the whole history may be asked for", async () => {
    const { ctx, productId } = await openFiltered(db(), []);
    const { id } = await save(ctx, productId, shop);
    expect(await openedCount(ctx, productId, { team: [id.toUpperCase()], from: "first" })).toBe(0);
  });
});
