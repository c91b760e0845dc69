import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { sources, syncRuns } from "@/db/schema";
import { getDigest } from "@/lib/services/get-digest";
import { getKeptDigest } from "@/lib/services/get-kept-digest";
import { updateProduct } from "@/lib/services/update-product";
import { makeSource } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { dayMs, hourMs, monday } from "@/tests/setup/messages-world";
import { useMessages } from "@/tests/setup/use-messages";

describeOnBothEngines("digests", (db) => {
  const { receiver, open } = useMessages(db, { now: monday });
  const days = async (world: Awaited<ReturnType<typeof open>>) =>
    (await world.digests()).map(({ day }) => day);

  test("are made on the first day of the product's week, in its zone, from the morning on", async () => {
    const world = await open({
      now: "2026-03-01T12:00:00Z",
      timeZone: "America/New_York",
      weekStart: "sunday",
    });
    await world.look();
    // Sunday, eight in the morning there: noon and an hour in winter.
    expect(await days(world)).toEqual([]);
    world.pass(hourMs - 1);
    await world.look();
    expect(await days(world)).toEqual([]);
    world.pass(1);
    await world.look();
    expect(await days(world)).toEqual(["2026-03-01"]);
    for (let day = 0; day < 14; day += 1) {
      world.pass(dayMs);
      await world.look();
    }
    expect(await days(world)).toEqual(["2026-03-15", "2026-03-08", "2026-03-01"]);
  });

  test.each([
    ["off", []],
    ["weekly", ["2026-03-30", "2026-03-23", "2026-03-16", "2026-03-09", "2026-03-02"]],
    ["two_weeks", ["2026-03-30", "2026-03-16", "2026-03-02"]],
    ["monthly", ["2026-04-01"]],
  ] as const)("come %s as the product says", async (digest, expected) => {
    const world = await open();
    await updateProduct({ ctx: world.ctx, input: { ...world.input, change: { digest } } });
    for (let day = 0; day < 31; day += 1) {
      world.pass(dayMs);
      await world.look();
    }
    expect(await days(world)).toEqual(expected);
  });

  test("tell of no time before the product was there, and one is made late rather than not at all", async () => {
    const world = await open({ now: "2026-03-04T12:00:00Z" });
    await world.look();
    expect(await days(world)).toEqual([]);
    world.pass(18 * dayMs);
    await world.look();
    expect(await days(world)).toEqual(["2026-03-16"]);
  });

  test("wait until the copy holds the end of their days, or a sync has failed to bring it", async () => {
    const [before, after] = [new Date("2026-02-27T15:00:00Z"), new Date("2026-03-02T00:00:00Z")];
    const started = { mode: "incremental" as const, startedAt: after };
    for (const end of ["succeeded", "failed"] as const) {
      const world = await open();
      const source = await makeSource(db(), world.product, { lastSuccessAt: before });
      await makeSource(db(), world.product, { kind: "sample", lastSuccessAt: before });
      const { workspaceId, id: sourceId } = source;
      world.pass(3 * hourMs);
      await world.look();
      expect(await days(world)).toEqual([]);
      if (end === "succeeded") {
        await db().update(sources).set({ lastSuccessAt: after }).where(eq(sources.id, sourceId));
      } else {
        const run = { ...started, workspaceId, sourceId, id: crypto.randomUUID() };
        await db()
          .insert(syncRuns)
          .values({ ...run, state: end, finishedAt: after });
      }
      await world.look();
      expect(await days(world)).toEqual(["2026-03-02"]);
    }
  });

  test("are kept and queued together, or not at all where a process dies in between", async () => {
    const world = await open();
    await world.setWebhook();
    world.pass(3 * hourMs);
    await db().execute(sql`alter table messages rename column reference to elsewhere`);
    await expect(world.look()).rejects.toThrow();
    await db().execute(sql`alter table messages rename column elsewhere to reference`);
    expect(await days(world)).toEqual([]);
    await world.look();
    expect(await days(world)).toEqual(["2026-03-02"]);
    expect(await world.messages()).toMatchObject([{ key: "digest 2026-03-02", state: "sent" }]);
    expect(receiver().received.at(-1)?.text).toMatch(
      /23 February 2026 – 1 March 2026[\s\S]*Message \w+$/,
    );
  });

  test("hold their days against what was in force then, be it ended, replaced or counted otherwise since", async () => {
    const world = await open({ now: "2026-02-16T12:00:00Z" });
    const { ctx, input } = world;
    const { id: explore } = await world.stage("2026-02-01", "Explore");
    const agreementId = await world.agree(explore, null, { unit: "points" });
    world.pass(14 * dayMs);
    const { id: expand } = await world.stage("2026-03-02", "Expand");
    const digest = async () => (await getDigest({ ctx, input })).digest;
    expect(await digest()).toMatchObject({
      balance: { measure: "done", unit: "points" },
      drift: { agreementId, stage: "Explore", from: "2026-02-23", to: "2026-03-01" },
      ...{ targetsMissing: null, sinceAgreed: null, sinceBasis: null },
    });
    const now = await world.agree(expand);
    expect(await digest()).toMatchObject({
      balance: { unit: "points" },
      drift: { agreementId },
      sinceAgreed: { agreementId: now },
      sinceBasis: { measure: "done", unit: "items" },
    });
  });

  test("say of what was agreed for some of their days, in other units, that it is not judged", async () => {
    const world = await open({ now: "2026-02-16T12:00:00Z" });
    const { ctx, input } = world;
    const { id: stageId } = await world.stage("2026-02-01");
    const first = await world.agree(stageId);
    world.pass(12 * dayMs);
    await world.agree(stageId, null, { unit: "points" });
    world.pass(2 * dayMs);
    const { digest, markdown } = await getDigest({ ctx, input });
    expect(digest).toMatchObject({
      balance: { unit: "items" },
      drift: { agreementId: first, from: null },
      targetsMissing: expect.stringMatching(/^What was agreed for Expand is .* in points/),
    });
    expect(markdown).toContain("in points, of the whole product");
  });

  test("stay as they were made, whatever changes afterwards", async () => {
    const world = await open({ name: "Before" });
    await world.stage("2026-03-01", "Expand");
    world.pass(3 * hourMs);
    await world.look();
    const [{ id: digestId = "" } = {}] = await world.digests();
    const { ctx, input } = world;
    const before = await getKeptDigest({ ctx, input: { digestId } });
    expect(before.digest).toMatchObject({
      product: "Before",
      stage: { name: "Expand" },
      triggers: [{ kind: "stage_begun" }],
    });
    await updateProduct({ ctx, input: { ...input, change: { name: "After" } } });
    expect(await getKeptDigest({ ctx, input: { digestId } })).toEqual(before);
    expect((await getDigest({ ctx, input })).digest.product).toBe("After");
    expect(before.markdown).toContain("## Before: 23 February 2026 – 1 March 2026");
  });
});
