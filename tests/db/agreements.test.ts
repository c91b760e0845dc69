import { expect, test } from "vitest";
import { createTeamSchema } from "@/lib/contracts/teams";
import { createTeam } from "@/lib/services/create-team";
import { makeSource, workItem } from "@/tests/factories";
import { AgreementWorld, twoSides } from "@/tests/setup/agreement-world";
import { describeOnBothEngines } from "@/tests/setup/database";
import { storeItems } from "@/tests/setup/store-items";

const why = { reason: "Users wait for the export." };
const fault = (code: string, field: string) => ({ code, fields: { [field]: expect.any(String) } });

describeOnBothEngines("agreements", (db) => {
  async function expanding() {
    const world = await AgreementWorld.create(db(), "2026-02-02T12:00:00Z");
    const stage = await world.stage({ name: "Expand", startsOn: "2026-01-01" });
    const propose = (feature: number, change: object = {}) =>
      world.propose({
        ...{ stageId: stage.id, side: "pm", shares: twoSides(feature), tolerance: 5, ...why },
        ...change,
      });
    const agree = async (feature: number) =>
      world.answer((await propose(feature)).id, { side: "engineering", decision: "accept" });
    return { world, stage, propose, agree };
  }

  test("is in force once both sides have accepted one version, and tells who said what", async () => {
    const { world, propose } = await expanding();
    const { id } = await propose(70);
    const countered = await world.answer(id, {
      ...{ side: "engineering", decision: "counter", shares: twoSides(60), ...why },
    });
    expect(countered).toMatchObject({ state: "proposed", version: 2, waitsFor: "pm", days: null });
    const agreed = await world.answer(id, { side: "pm", decision: "accept", version: 2 });
    expect(agreed).toMatchObject({
      ...{ state: "in_force", version: 2, shares: twoSides(60), tolerance: 5, waitsFor: null },
      days: { from: "2026-02-02", to: null },
      steps: [
        { number: 1, act: "propose", side: "pm", version: 1, shares: twoSides(70), ...why },
        { number: 2, act: "counter", side: "engineering", version: 2, shares: twoSides(60) },
        { number: 3, act: "accept", side: "pm", version: 2, shares: twoSides(60), reason: null },
      ],
    });
    // One person spoke for both sides, and every signature says so.
    expect(agreed.steps.map(({ speaker, local }) => [speaker, local])).toEqual(
      agreed.steps.map(() => ["ada", true]),
    );
    expect(await world.agreements()).toEqual([agreed]);
  });

  test("is about what can be measured, or is refused at its unit", async () => {
    const { propose } = await expanding();
    await expect(propose(70, { measure: "opened", unit: "effort_days" })).rejects.toMatchObject(
      fault("invalid_request", "unit"),
    );
  });

  test("the one before is superseded and stays as it was", async () => {
    const { world, agree } = await expanding();
    const first = await agree(70);
    world.now = new Date("2026-03-02T12:00:00Z");
    const second = await agree(50);
    const [latest, before] = await world.agreements();
    expect(latest).toEqual(second);
    expect(before).toMatchObject({
      ...{ id: first.id, state: "superseded", shares: first.shares, inForceAt: first.inForceAt },
      days: { from: "2026-02-02", to: "2026-03-01" },
      supersededAt: second.inForceAt,
    });
    expect(before?.steps.slice(0, 2)).toEqual(first.steps);
    expect(before?.steps.at(-1)).toMatchObject({ act: "supersede" });
    for (const decision of ["accept", "decline", "withdraw"] as const) {
      await expect(
        world.answer(first.id, { side: "engineering", decision, ...why }),
      ).rejects.toMatchObject(fault("conflict", "decision"));
    }
  });

  test.each([
    ["accept", "accept"],
    ["accept", "decline"],
    ["accept", "counter"],
  ] as const)("of two answers at once, %s and %s, one wins", async (one, other) => {
    const { world, propose } = await expanding();
    for (let turn = 0; turn < 5; turn++) {
      const { id } = await propose(70 + turn);
      const answers = [one, other].map((decision) =>
        world.answer(id, {
          ...{ side: "engineering" as const, decision, version: 1, ...why },
          ...(decision === "counter" && { shares: twoSides(10) }),
        }),
      );
      const ended = await Promise.allSettled(answers);
      expect(ended.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const [answered] = (await world.agreements()).filter((agreement) => agreement.id === id);
      expect(answered?.steps).toHaveLength(2);
      if (answered?.state === "proposed") {
        await world.answer(id, { side: "pm", decision: "decline", ...why });
      }
    }
  });

  test("of two proposals at once, and of two stages, one stays", async () => {
    const { world, propose } = await expanding();
    const proposed = await Promise.allSettled([propose(70), propose(60, { side: "engineering" })]);
    expect(proposed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const stages = ["Mature", "Sunset"].map((name) => {
      return world.stage({ name, startsOn: "2026-03-01", endsOn: "2026-03-31" });
    });
    const placed = await Promise.allSettled(stages);
    expect(placed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await world.stages()).toMatchObject([
      { endsOn: "2026-02-28" },
      { endsOn: "2026-03-31" },
    ]);
  });

  test("a stage that has ended, another product's, and days that are over are refused", async () => {
    const { world, stage, propose } = await expanding();
    const waiting = await propose(70);
    await expect(propose(60)).rejects.toMatchObject(fault("conflict", "stageId"));
    await expect(propose(60, { teamId: crypto.randomUUID() })).rejects.toMatchObject(
      fault("unprocessable", "teamId"),
    );
    const elsewhere = await expanding();
    await expect(elsewhere.propose(60, { stageId: stage.id })).rejects.toMatchObject(
      fault("unprocessable", "stageId"),
    );
    await expect(
      elsewhere.world.answer(waiting.id, { side: "engineering", decision: "accept" }),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(elsewhere.propose(60, { reviewOn: "2026-02-01" })).rejects.toMatchObject(
      fault("unprocessable", "reviewOn"),
    );
    await world.changeStage(stage.id, { endsOn: "2026-02-28" });
    world.now = new Date("2026-03-01T12:00:00Z");
    await expect(
      world.answer(waiting.id, { side: "engineering", decision: "accept" }),
    ).rejects.toMatchObject(fault("unprocessable", "stageId"));
    await world.answer(waiting.id, { side: "pm", decision: "withdraw" });
    await expect(propose(60)).rejects.toMatchObject(fault("unprocessable", "stageId"));
  });

  test("a stage that was talked about is kept; its name and past stay once that was in force", async () => {
    const { world, stage, propose, agree } = await expanding();
    const free = await world.stage({ name: "Later", startsOn: "2027-01-01" });
    await world.deleteStage(free.id);
    const { id } = await propose(70);
    await expect(world.deleteStage(stage.id)).rejects.toMatchObject({ code: "conflict" });
    expect(await world.changeStage(stage.id, { name: "Grow", endsOn: null })).toMatchObject({
      ...{ name: "Grow", bound: false },
    });
    await world.answer(id, { side: "engineering", decision: "decline", ...why });
    await agree(60);
    await expect(world.changeStage(stage.id, { name: "Shrink" })).rejects.toMatchObject(
      fault("conflict", "name"),
    );
    await expect(world.stage({ name: "New", startsOn: "2026-02-01" })).rejects.toMatchObject(
      fault("conflict", "startsOn"),
    );
    expect(await world.changeStage(stage.id, { goals: "Ten customers" })).toMatchObject({
      ...{ goals: "Ten customers", bound: true },
    });
  });

  test("the balance has what was in force on each day, as it was known then too", async () => {
    const { world, agree } = await expanding();
    const first = await agree(70);
    world.now = new Date("2026-03-02T12:00:00Z");
    const second = await agree(50);
    const exception = await world.except({
      ...{ side: "engineering", shares: twoSides(80), tolerance: 10, ...why },
      ...{ startsOn: "2026-03-09", endsOn: "2026-03-15" },
    });
    await world.answer(exception.id, { side: "pm", decision: "accept" });
    const range = { from: "2026-01-01", to: "2026-03-31" };
    const { targets, drift } = await world.balance(range);
    expect(targets.map((one) => [one.agreementId, one.from, one.to, one.shares.feature])).toEqual([
      [first.id, "2026-02-02", "2026-03-01", 0.7],
      [second.id, "2026-03-02", "2026-03-08", 0.5],
      [exception.id, "2026-03-09", "2026-03-15", 0.8],
      [second.id, "2026-03-16", "2026-03-31", 0.5],
    ]);
    expect(targets[2]).toMatchObject({ exception: true, tolerance: 0.1, stage: "Expand" });
    expect(drift).toMatchObject({ agreementId: first.id, place: "too_few", items: 0 });
    const then = await world.balance({ ...range, asKnownAt: "2026-02-20" });
    expect(then.targets.map(({ agreementId, to }) => [agreementId, to])).toEqual([
      [first.id, "2026-03-31"],
    ]);
  });

  test("what is done under an agreement is judged by it, with the items that would return it", async () => {
    const { world, agree } = await expanding();
    await agree(70);
    const source = await makeSource(db(), world.product);
    const items = Array.from({ length: 100 }, (_, number) => ({
      item: workItem({
        number,
        points: 2,
        createdAt: new Date("2026-02-03T09:00:00Z"),
        closedAt: new Date("2026-02-10T09:00:00Z"),
      }),
      category: number < 40 ? ("feature" as const) : ("tech_debt" as const),
      removedAt: null,
    }));
    await storeItems(db(), world.product, source, items);
    world.now = new Date("2026-03-02T12:00:00Z");
    const range = { from: "2026-01-01", to: "2026-03-02", bucket: "week" };
    const { drift } = await world.balance(range);
    expect(drift).toMatchObject({
      ...{ place: "below", items: 100, actual: 0.4, agreed: 0.7, tolerance: 0.05 },
      ...{ from: "2026-02-02", to: "2026-03-01" },
      toReturn: { category: "feature", more: 25, among: 100 },
    });
    expect(drift?.periods.map(({ start, place }) => [start, place])).toEqual([
      ["2026-02-02", "too_few"],
      ["2026-02-09", "below"],
      ["2026-02-16", "too_few"],
      ["2026-02-23", "too_few"],
    ]);
    const opened = await world.balance({ ...range, measure: "opened" });
    expect(opened).toMatchObject({ targets: [], drift: null });
    expect(opened.targetsMissing).toMatch(/Expand is about what is done, in items/);
    const narrowed = await world.balance({ ...range, label: "bug" });
    expect(narrowed).toMatchObject({ targets: [], targetsMissing: expect.any(String) });
  });

  test("an agreement about points is judged by points, and chance by items", async () => {
    const { world, propose } = await expanding();
    const { id } = await propose(70, { unit: "points", measure: "open" });
    await world.answer(id, { side: "engineering", decision: "accept" });
    const source = await makeSource(db(), world.product);
    const items = Array.from({ length: 12 }, (_, number) => ({
      item: workItem({ number, points: 100, createdAt: new Date("2026-02-03T09:00:00Z") }),
      category: number < 8 ? ("feature" as const) : ("rewrite" as const),
      removedAt: null,
    }));
    await storeItems(db(), world.product, source, items);
    world.now = new Date("2026-02-16T12:00:00Z");
    const query = { from: "2026-02-02", to: "2026-02-16", measure: "open", unit: "points" };
    const { drift } = await world.balance(query);
    expect(drift).toMatchObject({ items: 12, actual: 2 / 3, place: "inside" });
  });

  test("a team's agreement is shown beside that team's numbers alone", async () => {
    const { world, propose, agree } = await expanding();
    const team = await createTeam({
      ctx: world.ctx,
      input: {
        productId: world.product.id,
        team: createTeamSchema.parse({ name: "Shop", filter: { label: ["shop"] } }),
      },
    });
    const whole = await agree(70);
    const { id } = await propose(40, { teamId: team.id });
    const own = await world.answer(id, { side: "engineering", decision: "accept" });
    expect(own.team).toEqual({ id: team.id, name: "Shop" });
    const range = { from: "2026-02-01", to: "2026-02-28" };
    const shown = async (query: object) =>
      (await world.balance({ ...range, ...query })).targets.map(({ agreementId }) => agreementId);
    expect(await shown({})).toEqual([whole.id]);
    expect(await shown({ team: team.id })).toEqual([own.id]);
    expect(await shown({ team: team.id, label: "shop" })).toEqual([]);
  });

  test("an exception replaces those whose days it shares, and lies within its stage", async () => {
    const { world, stage } = await expanding();
    await world.changeStage(stage.id, { endsOn: "2026-03-31" });
    const except = async (startsOn: string | undefined, endsOn: string) => {
      const { id } = await world.except({
        ...{ side: "pm", shares: twoSides(80), tolerance: 5, ...why, startsOn, endsOn },
      });
      return world.answer(id, { side: "engineering", decision: "accept" });
    };
    const [first, second] = [
      await except("2026-02-10", "2026-02-20"),
      await except("2026-03-01", "2026-03-10"),
    ];
    const third = await except(undefined, "2026-02-15");
    expect(third.exception).toEqual({ startsOn: "2026-02-02", endsOn: "2026-02-15" });
    const states = new Map((await world.agreements()).map(({ id, state }) => [id, state]));
    expect([first, second, third].map(({ id }) => states.get(id))).toEqual([
      ...["superseded", "in_force", "in_force"],
    ]);
    await expect(except("2026-02-01", "2026-02-20")).rejects.toMatchObject(
      fault("unprocessable", "startsOn"),
    );
    await expect(except("2026-03-20", "2026-04-01")).rejects.toMatchObject(
      fault("unprocessable", "endsOn"),
    );
    await expect(except("2026-05-01", "2026-05-02")).rejects.toMatchObject(
      fault("unprocessable", "startsOn"),
    );
  });
});
