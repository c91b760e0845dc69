import { Writable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createLog } from "@/app/_server/log";
import { Messenger } from "@/app/_server/messenger";
import { describeOnBothEngines } from "@/tests/setup/database";
import { openReceiver } from "@/tests/setup/message-receiver";
import { openMessages } from "@/tests/setup/messages-world";
import { until } from "@/tests/setup/until";

describeOnBothEngines("the messenger", (db) => {
  test("goes on after whatever fails, and its log holds neither an address nor a text", async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const receiver = await openReceiver("/services/canary-path");
    const world = await openMessages(db(), receiver, { now: "2026-03-02T09:00:00Z" });
    await world.setWebhook();
    await world.stage("2026-03-01", "Canary stage");
    const { ctx } = world;
    const breaking = {
      ...ctx.outgoing,
      post: async (url: URL) => {
        throw new Error(`Cannot read ${url.host}`, { cause: new TypeError("no") });
      },
    };
    const sleep = (_ms: number, signal: AbortSignal) => delay(5, undefined, { signal });
    const messenger = (outgoing: typeof ctx.outgoing) =>
      new Messenger({ world: { ...ctx, outgoing }, sleep, log: createLog("trace", stream) });
    const seen = (text: string) => async () => (lines.join("").includes(text) ? true : null);

    const failing = messenger(breaking);
    failing.begin();
    await until(seen("sending messages failed"), { what: "the failure was logged" });
    await failing.stop();

    await db().execute(sql`alter table notes rename column text to elsewhere`);
    await db().execute(sql`alter table agreements rename column shares to elsewhere`);
    const unreadable = messenger(ctx.outgoing);
    unreadable.begin();
    await until(seen("could not be read"), { what: "the product's failure was logged" });
    await db().execute(sql`alter table agreements rename column elsewhere to shares`);
    await db().execute(sql`alter table notes rename column elsewhere to text`);
    await db().execute(sql`update messages set lease_until = null`);
    const arrived = async () => (receiver.received.length > 0 ? true : null);
    await until(arrived, { what: "the message arrived" });
    await unreadable.stop();

    const text = lines.join("");
    expect(text).not.toMatch(/canary-path|Canary stage/);
    expect(receiver.received[0]?.text).toContain("Canary stage");
    await world.close();
    await receiver.close();
  });
});
