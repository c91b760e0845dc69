import { expect, test } from "vitest";
import { priorityOf } from "@/lib/plan/priority-of";
import { rankCandidates } from "@/lib/plan/rank-candidates";
import { itemIdOf } from "@/lib/sync/item-id";
import { makeSource, workItem } from "@/tests/factories";
import { AgreementWorld, twoSides } from "@/tests/setup/agreement-world";
import { describeOnBothEngines } from "@/tests/setup/database";
import { meetingsOf } from "@/tests/setup/meeting-world";
import { storeItems } from "@/tests/setup/store-items";

const everything = { from: "open", value: null };

describeOnBothEngines("plans", (db) => {
  async function ready(change: (number: number) => object = () => ({})) {
    const world = await AgreementWorld.create(db(), "2026-03-02T12:00:00Z");
    const source = await makeSource(db(), world.product);
    const items = Array.from({ length: 6 }, (_, number) => ({
      item: workItem({
        number,
        createdAt: new Date(Date.UTC(2026, 0, 1 + number)),
        ...change(number),
      }),
      category: number < 3 ? ("feature" as const) : ("tech_debt" as const),
      removedAt: null,
    }));
    await storeItems(db(), world.product, source, items);
    return { world, plans: meetingsOf(world.ctx, world.product.id) };
  }

  test("a later writer does not silently take the place of an earlier one", async () => {
    const { plans } = await ready();
    const { candidates, version } = await plans.plan();
    const [one, other] = candidates;
    if (!one || !other) throw new Error("There is nothing to choose.");
    const choose = (id: string, from: number) =>
      plans.choose({ version: from, scope: everything, chosen: [id] });
    for (const from of [version, version + 1]) {
      const ended = await Promise.allSettled([choose(one.id, from), choose(other.id, from)]);
      expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect((await plans.plan()).version).toBe(from + 1);
    }
    await expect(choose(one.id, 0)).rejects.toMatchObject({ code: "conflict" });
  });

  test("an item that the product has not is refused by name, and nothing is kept", async () => {
    const { plans } = await ready();
    const elsewhere = await ready();
    const [own] = (await plans.plan()).candidates;
    const [foreign] = (await elsewhere.plans.plan()).candidates;
    const choose = (chosen: unknown[]) =>
      plans.choose({ version: 0, scope: everything, chosen: [own?.id, ...chosen] });
    for (const unknown of [foreign?.id, crypto.randomUUID()]) {
      await expect(choose([unknown])).rejects.toMatchObject({
        code: "invalid_request",
        fields: { chosen: expect.stringContaining(`no such items: ${unknown}.`) },
      });
    }
    const many = Array.from({ length: 7 }, () => crypto.randomUUID());
    await expect(choose(many)).rejects.toMatchObject({
      message: expect.stringMatching(/ and 2 more\. /),
    });
    expect(await plans.plan()).toMatchObject({ version: 0, chosen: [] });
    expect((await choose([])).chosen).toEqual([own?.id]);
  });

  test("offers what is open, by milestone or sprint too, and keeps what is chosen in view", async () => {
    const { plans } = await ready((number) => ({
      milestone: number < 2 ? "3.0" : null,
      ...(number === 5 && { closedAt: new Date("2026-02-01T00:00:00Z") }),
    }));
    const all = await plans.plan();
    expect(all).toMatchObject({ total: 5, milestones: ["3.0"], sprints: [], target: null });
    const narrow = { from: "milestone", value: "3.0" };
    const inMilestone = await plans.plan(narrow);
    expect(inMilestone.candidates.map(({ key }) => key)).toEqual([
      "owner/repository#0",
      "owner/repository#1",
    ]);
    const far = all.candidates.find(({ key }) => key.endsWith("#4"));
    const saved = await plans.choose({ version: 0, scope: narrow, chosen: [far?.id] });
    expect(saved).toMatchObject({ scope: narrow, chosen: [far?.id], total: 2, version: 1 });
    expect(saved.candidates).toHaveLength(3);
    expect(await plans.plan()).toEqual(saved);
  });

  test("offers the highest of all that is open, as if all of it had been ranked", async () => {
    const { world, plans } = await ready();
    const source = await makeSource(db(), world.product);
    const priorities = [null, "High", "Lowest", "Whenever"];
    const labels = [[], ["help wanted"], ["P1", "area: 7"], ["priority: low"]];
    const all = Array.from({ length: 700 }, (_, number) => {
      const createdAt = new Date(Date.UTC(2025, 0, 1) + ((number * 37) % 700) * 3_600_000);
      const own = { priority: priorities[number % 4] ?? null, labels: labels[number % 3] ?? [] };
      return {
        item: workItem({ number, createdAt, ...own }),
        category: number % 5 < 3 ? ("feature" as const) : ("rewrite" as const),
        removedAt: null,
      };
    });
    await storeItems(db(), world.product, source, all);
    const ranked = rankCandidates(
      [
        ...all.map(({ item, category }) => ({
          id: itemIdOf(source.id, item.externalId),
          category,
          createdAt: item.createdAt.toISOString(),
          priority: priorityOf(item),
        })),
        // The world's own six are younger than all of these.
        ...Array.from({ length: 6 }, (_, index) => ({
          ...{ id: `~${index}`, category: "feature" as const, priority: null },
          createdAt: "2026-01-01T00:00:00.000Z",
        })),
      ],
      { lacking: {}, now: new Date("2026-03-03T00:00:00Z") },
    );
    const { candidates, total } = await plans.plan();
    expect(total).toBe(706);
    expect(candidates.map(({ id, rank }) => ({ id, rank }))).toEqual(
      ranked.slice(0, 200).map(({ id, rank }) => ({ id, rank })),
    );
  });

  test("ranks what the balance lacks, and what its tracker calls urgent, over what is old", async () => {
    const { world, plans } = await ready((number) => ({ priority: number === 1 ? "High" : null }));
    const stage = await world.stage({ name: "Expand", startsOn: "2026-01-01" });
    const { id } = await world.propose({
      ...{ stageId: stage.id, side: "pm", shares: twoSides(90), tolerance: 5, reason: "So." },
    });
    await world.answer(id, { side: "engineering", decision: "accept" });
    const source = await makeSource(db(), world.product);
    const done = Array.from({ length: 10 }, (_, number) => ({
      item: workItem({ number, closedAt: new Date("2026-02-20T09:00:00Z") }),
      category: number < 5 ? ("feature" as const) : ("rewrite" as const),
      removedAt: null,
    }));
    await storeItems(db(), world.product, source, done);
    const { candidates, target, actual } = await plans.plan();
    expect(target).toMatchObject({ feature: 0.9, tolerance: 0.05, unit: "items" });
    expect(actual.shares.feature).toBe(0.5);
    expect(candidates.map(({ key }) => key.slice(-1)).slice(0, 3)).toEqual(["1", "0", "2"]);
    expect(candidates[0]?.rank).toMatchObject({
      lacks: { points: 40, by: expect.closeTo(0.4) },
      priority: { points: 30, is: "high" },
    });
    expect(candidates.find(({ category }) => category === "tech_debt")?.rank.lacks).toBeNull();
  });
});
