import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { queryRows } from "@/db/client";
import type { SourceRow } from "@/db/schema";
import { getSource } from "@/lib/services/get-source";
import { receiveWebhook } from "@/lib/services/receive-webhook";
import { removeWebhook } from "@/lib/services/remove-webhook";
import { setUpWebhook } from "@/lib/services/set-up-webhook";
import { workItem } from "@/tests/factories";
import { describeOnBothEngines } from "@/tests/setup/database";
import { delivery, minuteMs, openWebhook } from "@/tests/setup/webhook-world";

describeOnBothEngines("a source's webhook", (db) => {
  const open = (change: Partial<SourceRow> = {}) => openWebhook(db(), change);

  async function synced(change: Partial<SourceRow> = {}) {
    const world = await open(change);
    await world.settle();
    expect(await world.runs()).toBe(1);
    world.pass(minuteMs);
    return world;
  }

  test("makes it due within seconds, and the sync that follows reads what is new", async () => {
    const world = await synced();
    world.tracker.put(workItem({ number: 2, createdAt: world.now() }));
    await world.receive();
    await world.settle();
    expect(await world.runs()).toBe(1);
    world.pass(2_000);
    await world.settle();
    expect(await world.get()).toMatchObject({ itemCount: 2, lastRun: { mode: "incremental" } });
    expect(await world.runs()).toBe(2);
    await world.runner.stop();
  });

  test("wakes one sync however many deliveries come at once, and at most one each half minute", async () => {
    const world = await synced();
    for (let turn = 0; turn < 120; turn += 1) {
      await world.receive();
      world.pass(500);
      await world.settle();
    }
    // A minute of deliveries: at its beginning, and after each half minute.
    expect(await world.runs()).toBeLessThanOrEqual(1 + 3);
    await world.runner.stop();
  });

  test("that comes while a sync runs is followed by one more, and only one", async () => {
    const world = await synced();
    let isFirst = true;
    world.tracker.beforePage = () => {
      world.pass(100);
    };
    const { ctx, receive } = world;
    const collectWhileTold = world.tracker.connector.bind(world.tracker);
    world.tracker.connector = () => {
      const connector = collectWhileTold();
      return {
        ...connector,
        collect: async function* (request) {
          yield* connector.collect(request);
          if (!isFirst) return;
          isFirst = false;
          world.tracker.put(workItem({ number: 2, createdAt: world.now() }));
          for (let turn = 0; turn < 5; turn += 1) await receive();
        },
      };
    };
    await receive();
    world.pass(2_000);
    await world.settle();
    expect(await world.runs()).toBe(2);
    expect((await world.stored()).nextRunAt?.getTime()).toBe(world.now().getTime() + 30_000);
    world.pass(30_000);
    await world.settle();
    expect(await world.runs()).toBe(3);
    expect(await getSource({ ctx, input: world.input })).toMatchObject({ itemCount: 2 });
    expect((await world.stored()).nextRunAt?.getTime()).toBe(world.now().getTime() + 15 * minuteMs);
    await world.runner.stop();
  });

  test("ignores a delivery that is sent again, by its id or under another", async () => {
    const world = await synced();
    const { nextRunAt } = await world.stored();
    await world.receive({ id: "one" });
    expect((await world.stored()).nextRunAt).not.toEqual(nextRunAt);
    world.pass(2_000);
    await world.settle();
    const after = (await world.stored()).nextRunAt;
    world.pass(minuteMs);
    await world.receive({ id: "one" });
    await world.receive({ id: "one", note: "of another text" });
    await world.receive({ id: "two", note: "one" });
    expect((await world.stored()).nextRunAt).toEqual(after);
    await world.receive({ id: "three" });
    expect((await world.stored()).nextRunAt).not.toEqual(after);
    await world.runner.stop();
  });

  test("forgets deliveries after a week, so that their number does not grow for ever", async () => {
    const world = await open();
    const marks = async () => {
      const rows = await queryRows<{ mark: string }>(
        db(),
        sql`select mark from webhook_deliveries where source_id = ${world.source.id}`,
      );
      return rows.map(({ mark }) => mark).filter((mark) => mark.startsWith("id "));
    };
    await world.receive({ id: "old" });
    world.pass(7 * 24 * 60 * minuteMs);
    await world.receive({ id: "new" });
    expect((await marks()).sort()).toEqual(["id new", "id old"]);
    world.pass(1);
    await world.receive({ id: "newer" });
    expect((await marks()).sort()).toEqual(["id new", "id newer"]);
  });

  test.each([
    ["of another repository", { repository: "acme/other" }],
    ["about nothing that a sync reads", { event: "star" }],
    ["that asks whether anybody is there", { event: "ping" }],
  ])("takes one %s, and wakes nothing", async (_what, change) => {
    const world = await open();
    const before = await world.stored();
    await world.receive(change);
    expect(await world.stored()).toEqual(before);
    expect(await world.get()).toMatchObject({
      webhook: { lastDeliveryAt: world.now().toISOString() },
    });
  });

  test("knows its repository in any spelling", async () => {
    const world = await open();
    await world.receive({ repository: "ACME/shop" });
    expect((await world.stored()).wokenAt).toEqual(world.now());
  });

  test("does not hasten a source whose last sync failed", async () => {
    const world = await synced();
    world.tracker.beforePage = () => {
      throw new Error("down");
    };
    await world.receive();
    world.pass(2_000);
    await world.settle();
    const { nextRunAt, failuresInARow } = await world.stored();
    expect(failuresInARow).toBe(1);
    await world.receive();
    expect((await world.stored()).nextRunAt).toEqual(nextRunAt);
    await world.runner.stop();
  });

  const refusedAlike = {
    code: "unauthorized",
    message: expect.stringMatching(/^This is not signed/),
  };

  test("refuses in the same words a wrong secret, one switched off, and a source that is none", async () => {
    const { ctx, input, receive, secret, get } = await open();
    await expect(receive({ secret: "another" })).rejects.toMatchObject(refusedAlike);
    await expect(receive({ text: "no JSON" })).rejects.toMatchObject(refusedAlike);
    const to = (sourceId: string) =>
      receiveWebhook({ ctx, input: { sourceId, ...delivery({ secret }) } });
    await expect(to(crypto.randomUUID())).rejects.toMatchObject(refusedAlike);
    await expect(to("no id")).rejects.toMatchObject(refusedAlike);
    await removeWebhook({ ctx, input });
    await expect(receive()).rejects.toMatchObject(refusedAlike);
    expect(await get()).toMatchObject({ webhook: null });
  });

  test("gets another secret on demand, and the old one is refused", async () => {
    const { ctx, input, receive, secret } = await open();
    const { secret: next } = await setUpWebhook({ ctx, input });
    expect(next).not.toBe(secret);
    await expect(receive()).rejects.toMatchObject(refusedAlike);
    await receive({ secret: next });
  });

  test("keeps its secret sealed, and shows it in no answer", async () => {
    const { secret, source, get } = await open();
    const [row] = await queryRows<{ secret: string }>(
      db(),
      sql`select secret from webhooks where source_id = ${source.id}`,
    );
    expect(row?.secret).toMatch(/^v1\./);
    expect(row?.secret).not.toContain(secret);
    expect(JSON.stringify(await get())).not.toContain(secret);
  });

  test("of Jira hears of its own project only; one of a query hears of all", async () => {
    const settings = {
      scope: { project: "PAY" },
      email: null,
      pointsField: null,
      deployment: "cloud",
      resolutions: {},
    };
    const jira = async (change: object) => {
      const world = await open({ kind: "jira", settings: { ...settings, ...change } });
      const receive = async (key: string) => {
        const issue = { fields: { project: { key } } };
        const text = JSON.stringify({ webhookEvent: "jira:issue_updated", issue });
        const signature = createHmac("sha256", world.secret).update(text).digest("hex");
        const headers = new Headers({ "x-hub-signature": `sha256=${signature}` });
        const body = new TextEncoder().encode(text);
        await receiveWebhook({ ctx: world.ctx, input: { ...world.input, headers, body } });
        return (await world.stored()).wokenAt !== null;
      };
      return receive;
    };
    const project = await jira({});
    expect([await project("OPS"), await project("PAY")]).toEqual([false, true]);
    expect(await (await jira({ scope: { jql: "labels = billing" } }))("OPS")).toBe(true);
  });
});
