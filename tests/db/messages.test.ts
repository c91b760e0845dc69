import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { queryRows } from "@/db/client";
import type { ProductRow } from "@/db/schema";
import { mrkdwn } from "@/lib/agreements/message-text";
import { getDigest } from "@/lib/services/get-digest";
import { getKeptDigest } from "@/lib/services/get-kept-digest";
import { getProductWebhook } from "@/lib/services/get-product-webhook";
import { listDigests } from "@/lib/services/list-digests";
import { listTriggers } from "@/lib/services/list-triggers";
import { removeProductWebhook } from "@/lib/services/remove-product-webhook";
import { testProductWebhook } from "@/lib/services/test-product-webhook";
import { describeOnBothEngines } from "@/tests/setup/database";
import { type MessageReceiver, openReceiver } from "@/tests/setup/message-receiver";
import { hourMs, openMessages } from "@/tests/setup/messages-world";

const dayMs = 24 * hourMs;
/** A Monday, before the hour of digests. */
const monday = "2026-03-02T06:00:00Z";

describeOnBothEngines("what a product has to tell", (db) => {
  let receiver: MessageReceiver;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    receiver = await openReceiver();
  });
  beforeEach(async () => {
    receiver.received.length = 0;
    receiver.answer = { status: 200 };
    // Every look goes over all products.
    await db().execute(sql`delete from products`);
  });
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  afterAll(() => receiver.close());

  type Change = Partial<ProductRow> & { allowed?: string[]; timeoutMs?: number };
  async function open(change: Change = {}) {
    const world = await openMessages(db(), receiver, { now: monday, digest: "off", ...change });
    closing.push(world.close);
    return world;
  }

  const texts = () => receiver.received.map(({ text }) => text);

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
    const { items } = await listDigests(world);
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
    const [first, second, ...more] = receiver.received;
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
    expect(receiver.received).toEqual([]);
    expect(await world.messages()).toMatchObject([
      { state: "given_up", fault: expect.stringMatching(/interrupted/) },
    ]);
  });

  test("is tried again for hours while the webhook fails, and then given up; the failure is shown", async () => {
    const world = await open();
    await world.setWebhook();
    await world.stage("2026-03-01");
    receiver.answer = { status: 503 };
    const waits = [1, 5, 15, 60, 240];
    await world.look();
    for (const [index, minutes] of waits.entries()) {
      world.pass(minutes * 60_000 - 1);
      await world.look();
      expect(receiver.received).toHaveLength(index + 1);
      world.pass(1);
      await world.look();
      expect(receiver.received).toHaveLength(index + 2);
    }
    expect(await world.messages()).toMatchObject([{ state: "given_up", attempts: 6 }]);
    const { webhook } = await getProductWebhook(world);
    expect(webhook?.last).toEqual({
      at: world.ctx.now().toISOString(),
      fault: `${receiver.host} answered 503. That was the last of 6 tries: it is given up.`,
    });
    receiver.answer = { status: 200 };
    world.pass(dayMs);
    await world.look();
    expect(receiver.received).toHaveLength(6);
  });

  test.each([
    [{ status: 404 }, /answered 404\. There is no such webhook any more/],
    [{ status: 302, location: "/elsewhere" }, /which is not followed/],
    [{ status: 307, location: "http://127.0.0.1:1/" }, /which is not followed/],
  ])("is not tried again where that is hopeless: %j", async (answer, words) => {
    const world = await open();
    await world.setWebhook();
    await world.stage("2026-03-01");
    receiver.answer = answer;
    await world.look();
    world.pass(dayMs);
    await world.look();
    expect(receiver.received.map(({ path }) => path)).toEqual(["/services/secret"]);
    expect(await world.messages()).toMatchObject([
      { state: "given_up", fault: expect.stringMatching(words) },
    ]);
  });

  test.each([null, "drop"] as const)(
    "does not hang or break by an answer that is %s",
    async (status) => {
      const world = await open({ timeoutMs: 300 });
      await world.setWebhook();
      await world.stage("2026-03-01");
      receiver.answer = { status };
      await world.look();
      expect(await world.messages()).toMatchObject([{ state: "queued", attempts: 1 }]);
    },
  );

  test("has arrived once it was taken, whatever comes after the status", async () => {
    const world = await open({ timeoutMs: 300 });
    await world.setWebhook();
    await world.stage("2026-03-01");
    receiver.answer = { status: "endless" };
    await world.look();
    expect(await world.messages()).toMatchObject([{ state: "sent", attempts: 1, fault: null }]);
  });

  test("what was given up at a wrong address is told to the right one", async () => {
    const world = await open();
    await world.setWebhook();
    await world.stage("2026-03-01");
    receiver.answer = { status: 404 };
    await world.look();
    expect(await world.messages()).toMatchObject([{ state: "given_up" }]);
    receiver.answer = { status: 200 };
    receiver.received.length = 0;
    await world.setWebhook();
    for (let turn = 0; turn < 2; turn += 1) await world.look();
    expect(texts()).toEqual([expect.stringMatching(/nothing is agreed for it/)]);
  });

  test("is not sent after the webhook was removed, nor what waited then to another", async () => {
    const world = await open();
    await world.setWebhook();
    const { id: stageId } = await world.stage("2026-03-01");
    receiver.answer = { status: 500 };
    await world.look();
    await removeProductWebhook(world);
    await world.agree(stageId);
    receiver.answer = { status: 200 };
    receiver.received.length = 0;
    await world.setWebhook();
    world.pass(dayMs);
    await world.look();
    expect(texts()).toEqual([]);
  });

  test("goes nowhere inside the network, unless the operator named the host", async () => {
    const world = await open({ allowed: [] });
    const refused = { code: "unprocessable", fields: { url: expect.stringMatching(/private/) } };
    await expect(world.setWebhook()).rejects.toMatchObject(refused);
    await expect(world.setWebhook("https://[::1]/x")).rejects.toMatchObject(refused);
    await expect(world.setWebhook("https://me:pw@hooks.example/x")).rejects.toMatchObject({
      fields: { url: expect.stringMatching(/without a name/) },
    });
    await world.setWebhook("https://localhost/x");
    await expect(testProductWebhook(world)).rejects.toMatchObject(refused);
    expect(receiver.received).toEqual([]);
  });

  test("a test message says that it came, or why it did not", async () => {
    const world = await open({ name: "<!channel> [x](https://evil.example)" });
    const none = { code: "not_found", message: "No webhook is set for this product." };
    await expect(testProductWebhook(world)).rejects.toMatchObject(none);
    await world.setWebhook();
    const { webhook } = await testProductWebhook(world);
    expect(webhook).toMatchObject({ host: receiver.host, last: { fault: null } });
    expect(texts()).toEqual([expect.stringContaining(mrkdwn.text(world.product.name))]);
    expect(texts()[0]).not.toContain("<!channel>");
    receiver.answer = { status: 410 };
    await expect(testProductWebhook(world)).rejects.toMatchObject({ code: "unprocessable" });
    expect((await getProductWebhook(world)).webhook?.last?.fault).toMatch(/answered 410/);
  });

  test("the address is kept sealed for its product alone, and told to nobody", async () => {
    const secret = await openReceiver("/services/canary-path");
    closing.push(secret.close);
    const world = await open({ allowed: [secret.host] });
    const answers: unknown[] = [await world.setWebhook(secret.url)];
    answers.push(await testProductWebhook(world), await getProductWebhook(world));
    secret.answer = { status: 500 };
    await testProductWebhook(world).catch((error: Error) =>
      answers.push({ ...error }, error.message),
    );
    await secret.close();
    await testProductWebhook(world).catch((error: Error) =>
      answers.push({ ...error }, error.message),
    );
    expect(secret.received[0]?.path).toBe("/services/canary-path");
    expect(JSON.stringify(answers)).not.toContain("canary-path");
    const read = sql`select url from product_webhooks`;
    const [row] = await queryRows<{ url: string }>(db(), read);
    expect(row?.url).toMatch(/^v1\./);
    const { workspaceId, id: productId } = world.product;
    const { secrets } = world.ctx;
    expect(secrets.open(row?.url ?? "", { workspaceId, productId })).toBe(secret.url);
    expect(() => secrets.open(row?.url ?? "", { workspaceId, sourceId: productId })).toThrow();
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
    expect((await listDigests(failing)).items).toHaveLength(1);
  });

  test("another workspace knows nothing of any of it", async () => {
    const world = await open({ digest: "weekly" });
    await world.setWebhook();
    world.pass(3 * hourMs);
    await world.look();
    const [kept] = (await listDigests(world)).items;
    const stranger = await open();
    const asked = { ctx: stranger.ctx, input: world.input };
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
