import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { UpstreamError } from "@/lib/errors";
import { getProductWebhook } from "@/lib/services/get-product-webhook";
import { testProductWebhook } from "@/lib/services/test-product-webhook";
import { describeOnBothEngines } from "@/tests/setup/database";
import { monday } from "@/tests/setup/messages-world";
import { useMessages } from "@/tests/setup/use-messages";

describeOnBothEngines("sending messages", (db) => {
  const { receiver, texts, open: openProduct } = useMessages(db, { now: monday, digest: "off" });

  /** A product with its webhook and so many messages queued. */
  async function open(count: number) {
    const world = await openProduct();
    await world.setWebhook();
    const { workspaceId, id } = world.product;
    const at = world.ctx.now().toISOString();
    await db().execute(sql`
      insert into messages (workspace_id, product_id, key, reference, text, state, attempts, due_at, created_at)
      select ${workspaceId}, ${id}, 'key ' || n, 'reference ' || n, 'text ' || n, 'queued', 0,
        ${at}::timestamptz, ${at}::timestamptz from generate_series(1, ${count}::int) n`);
    return world;
  }

  test("one look sends all that is due, each once", async () => {
    const world = await open(23);
    await Promise.all([world.look(), world.look()]);
    expect(new Set(texts()).size).toBe(23);
    expect(receiver().received).toHaveLength(23);
  });

  test("a process that stops hands back what it has not sent, as if it had never taken it", async () => {
    const world = await open(5);
    const stopping = new AbortController();
    const { outgoing } = world.ctx;
    const post = async (...[url, message]: Parameters<typeof outgoing.post>) => {
      if (receiver().received.length < 2) return outgoing.post(url, message);
      stopping.abort();
      throw new UpstreamError("unreachable", "The connection was broken off.");
    };
    await world.look({ ...world.ctx, outgoing: { ...outgoing, post } }, stopping.signal);
    const stored = await world.messages();
    expect(stored.map(({ state, attempts }) => `${state} ${attempts}`).sort()).toEqual([
      ...["queued 0", "queued 0", "queued 0", "sent 1", "sent 1"],
    ]);
    expect((await getProductWebhook(world)).webhook?.last?.fault).toBeNull();
    await world.look();
    expect(new Set(texts()).size).toBe(5);
  });

  test("what was answered while a process stops is kept, and nothing more is begun", async () => {
    const world = await open(2);
    const stopping = new AbortController();
    const { outgoing } = world.ctx;
    const post = async (...message: Parameters<typeof outgoing.post>) => {
      stopping.abort();
      return outgoing.post(...message);
    };
    await world.look({ ...world.ctx, outgoing: { ...outgoing, post } }, stopping.signal);
    expect((await world.messages()).map(({ state }) => state).sort()).toEqual(["queued", "sent"]);
    expect(receiver().received).toHaveLength(1);
  });

  test("a failure says what happens next: after how long it is tried again, that it is given up, or nothing", async () => {
    const world = await open(1);
    receiver().answer = { status: 503 };
    const fault = async () => (await getProductWebhook(world)).webhook?.last?.fault;
    await world.look();
    expect(await fault()).toMatch(/answered 503\. It is tried again after a minute\.$/);
    world.pass(60_000);
    await world.look();
    expect(await fault()).toMatch(/answered 503\. It is tried again after 5 minutes\.$/);
    receiver().answer = { status: 404 };
    world.pass(5 * 60_000);
    await world.look();
    expect(await fault()).toMatch(/set it here\. It is given up\.$/);
    receiver().answer = { status: 503 };
    await expect(testProductWebhook(world)).rejects.toMatchObject({
      fields: { url: expect.stringMatching(/503\. A test message is not tried again\.$/) },
    });
  });
});
