import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDigest } from "@/lib/services/get-digest";
import { getKeptDigest } from "@/lib/services/get-kept-digest";
import { getProductWebhook } from "@/lib/services/get-product-webhook";
import { listDigests } from "@/lib/services/list-digests";
import { listTriggers } from "@/lib/services/list-triggers";
import { describeOnBothEngines } from "@/tests/setup/database";
import { dayMs, hourMs, monday } from "@/tests/setup/messages-world";
import { useMessages } from "@/tests/setup/use-messages";

describeOnBothEngines("what a product has to tell", (db) => {
  const { receiver, open, texts } = useMessages(db, {
    now: monday,
    digest: "off",
  });

  test("is told once per trigger, with its link and a reference, and once more when it comes anew", async () => {
    const world = await open({ name: "Checkout" });
    await world.setWebhook();
    await world.look();
    expect(texts()).toEqual([]);
    const { id: stageId } = await world.stage("2026-03-01");
    for (let turn = 0; turn < 3; turn += 1) await world.look();
    expect(texts()).toEqual([
      expect.stringMatching(
        /^\*Checkout\*: Expand began on 1 March 2026, and nothing is agreed for it\. <http:\/\/balance\.test\/products\/[\w-]+\/agreement\?stage=[\w-]+\|Look at it>\nMessage [0-9a-f]{12}$/,
      ),
    ]);
    await world.agree(stageId, "2026-03-05");
    world.pass(3 * dayMs);
    for (let turn = 0; turn < 3; turn += 1) await world.look();
    expect(texts()[1]).toContain("was to be talked about again on 5 March 2026");
    expect(texts()).toHaveLength(2);
    await world.agree(stageId, "2026-03-06");
    world.pass(dayMs);
    await world.look();
    expect((await world.messages()).map(({ fault }) => fault)).toEqual([null, null, null]);
    expect(texts()[2]).toContain("6 March 2026");
  });

  test("is told once where several processes look at the same time", async () => {
    const world = await open({ digest: "weekly" });
    await world.setWebhook();
    await world.stage("2026-03-01");
    world.pass(3 * hourMs);
    await Promise.all([world.look(), world.look(), world.look(), world.look()]);
    await world.look();
    expect(texts()).toHaveLength(2);
    const items = await world.digests();
    expect(items.map(({ day, from, to }) => `${day} ${from} ${to}`)).toEqual([
      "2026-03-02 2026-02-23 2026-03-01",
    ]);
  });

  test("is told again, under the same reference, where a process died before it could say so", async () => {
    const world = await open();
    await world.setWebhook();
    await world.stage("2026-03-01");
    const dying = {
      ...world.ctx,
      outgoing: {
        ...world.ctx.outgoing,
        post: async (...message: Parameters<typeof world.ctx.outgoing.post>) => {
          await world.ctx.outgoing.post(...message);
          throw new Error("killed");
        },
      },
    };
    await expect(world.look(dying)).rejects.toThrow("killed");
    await world.look();
    expect(texts()).toHaveLength(1);
    expect(await world.messages()).toMatchObject([{ state: "queued", attempts: 1 }]);
    await db().execute(sql`update messages set lease_until = now() - interval '1 second'`);
    await world.look();
    await world.look();
    const [first, second, ...more] = receiver().received;
    expect(second?.text).toBe(first?.text);
    expect(second?.headers["idempotency-key"]).toBe(first?.headers["idempotency-key"]);
    expect(more).toEqual([]);
    expect(await world.messages()).toMatchObject([{ state: "sent", attempts: 2, fault: null }]);
  });

  test("is given up where process after process dies over it", async () => {
    const world = await open();
    await world.setWebhook();
    await world.stage("2026-03-01");
    const post = async () => {
      throw new Error("killed");
    };
    const dying = { ...world.ctx, outgoing: { ...world.ctx.outgoing, post } };
    const again = sql`update messages set lease_until = now() - interval '1 second'`;
    for (let death = 0; death < 6; death += 1) {
      await expect(world.look(dying)).rejects.toThrow("killed");
      await db().execute(again);
    }
    await world.look();
    expect(receiver().received).toEqual([]);
    expect(await world.messages()).toMatchObject([
      { state: "given_up", fault: expect.stringMatching(/interrupted/) },
    ]);
  });

  test("a webhook that fails holds up neither the other products nor their digests", async () => {
    const failing = await open({ digest: "weekly" });
    await failing.setWebhook();
    await db().execute(sql`update product_webhooks set url = 'v1.unreadable'`);
    const world = await open({ digest: "weekly", name: "Other" });
    await world.setWebhook();
    world.pass(3 * hourMs);
    await world.look();
    expect(texts()).toEqual([expect.stringContaining("Other")]);
    expect(await failing.messages()).toMatchObject([{ state: "given_up" }]);
    expect(await failing.digests()).toHaveLength(1);
  });

  test("another workspace knows nothing of any of it", async () => {
    const world = await open({ digest: "weekly" });
    await world.setWebhook();
    world.pass(3 * hourMs);
    await world.look();
    const [kept] = await world.digests();
    const stranger = await open();
    const asked = { ctx: stranger.ctx, input: { ...world.input, limit: 1 } };
    const refused = { code: "not_found" };
    await expect(listTriggers(asked)).rejects.toMatchObject(refused);
    await expect(getDigest(asked)).rejects.toMatchObject(refused);
    await expect(listDigests(asked)).rejects.toMatchObject(refused);
    await expect(getProductWebhook(asked)).rejects.toMatchObject(refused);
    const input = { digestId: kept?.id ?? "" };
    expect((await getKeptDigest({ ctx: world.ctx, input })).id).toBe(kept?.id);
    await expect(getKeptDigest({ ctx: stranger.ctx, input })).rejects.toMatchObject(refused);
  });
});
