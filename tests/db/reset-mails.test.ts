import { Writable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLog } from "@/app/_server/log";
import { Postman } from "@/app/_server/postman";
import { passwordResets } from "@/db/schema";
import type { Mailer } from "@/lib/mail/mailer";
import { createSmtpMailer } from "@/lib/mail/smtp-mailer";
import { sendResetMails } from "@/lib/services/send-reset-mails";
import { makeProduct } from "@/tests/factories";
import { makePerson } from "@/tests/setup/accounts-world";
import { describeOnBothEngines } from "@/tests/setup/database";
import { linkIn, openMailServer, openSilentServer } from "@/tests/setup/mail-server";
import { ask, openResets, redeem } from "@/tests/setup/resets-world";
import { signal } from "@/tests/setup/signal";
import { until } from "@/tests/setup/until";

const minuteMs = 60_000;
const down = { fault: "It cannot be reached.", hopeless: false };

describeOnBothEngines("the mails of forgotten passwords", (db) => {
  let server: ReturnType<typeof openResets>;
  let workspaceId = "";
  beforeAll(async () => {
    const product = await makeProduct(db());
    ({ workspaceId } = product);
    server = openResets(db(), product);
  });
  afterAll(() => server.close());

  const someone = () => makePerson(server, { workspaceId, role: "viewer" });
  const rowOf = async (email: string) => {
    const [row] = await db().select().from(passwordResets).where(eq(passwordResets.email, email));
    return row ?? null;
  };

  test("a server that is down is tried again after 1, 5 and 15 minutes, and then given up, aloud", async () => {
    const { email, personId } = await someone();
    await ask(email);
    server.post.answer = down;
    const told = [];
    for (const wait of [0, 1, 5, 15]) {
      server.clock.now += wait * minuteMs - 1;
      if (wait > 0) expect(await server.sendAll()).toEqual([]);
      server.clock.now += 1;
      told.push(...(await server.sendAll()));
    }
    const fault = { personId, fault: down.fault };
    expect(told).toEqual([
      { ...fault, givenUp: false },
      { ...fault, givenUp: false },
      { ...fault, givenUp: false },
      { ...fault, givenUp: true },
    ]);
    expect(await rowOf(email)).toBeNull();
  });

  test("one that comes back has the mail, whose link works for an hour from then", async () => {
    const { email } = await someone();
    server.post.answer = down;
    await ask(email);
    await server.sendAll();
    server.post.answer = { fault: null, hopeless: false };
    server.clock.now += minuteMs;
    await server.sendAll();
    server.clock.now += 59 * minuteMs;
    expect((await redeem(server.secretFor(email), "another horse battery")).status).toBe(204);
  });

  test("what a server will never take is given up at once, and what is too old as well", async () => {
    const [refused, late] = [await someone(), await someone()];
    await ask(refused.email);
    server.post.answer = { fault: "It refused the recipient.", hopeless: true };
    expect(await server.sendAll()).toMatchObject([{ givenUp: true }]);
    server.post.answer = { fault: null, hopeless: false };
    await ask(late.email);
    server.clock.now += 61 * minuteMs;
    expect(await server.sendAll()).toMatchObject([{ personId: late.personId, givenUp: true }]);
    expect(await rowOf(late.email)).toBeNull();
  });

  test("a link that was mailed works while later mails are not taken, and after they are given up", async () => {
    const { email } = await someone();
    await ask(email);
    await server.sendAll();
    const secret = server.secretFor(email);
    const { secretHash, expiresAt } = (await rowOf(email)) ?? {};
    await ask(email);
    server.post.answer = down;
    for (const wait of [0, 1, 5, 15]) {
      server.clock.now += wait * minuteMs;
      expect(await server.sendAll()).toMatchObject([{ givenUp: wait === 15 }]);
      expect(await rowOf(email)).toMatchObject({ secretHash, expiresAt });
    }
    expect(await rowOf(email)).toMatchObject({ dueAt: null, leaseOwner: null });
    expect(await server.sendAll()).toEqual([]);
    server.post.answer = { fault: null, hopeless: false };
    expect((await redeem(secret, "another horse battery")).status).toBe(204);
    expect(await rowOf(email)).toBeNull();
  });

  test("a mail that is under way while its wish is replaced changes nothing, and the next one counts", async () => {
    const { email } = await someone();
    await ask(email);
    const send: Mailer["send"] = async (mail, stop) => {
      await ask(email);
      return server.mailing.mailer.send(mail, stop);
    };
    const stop = new AbortController();
    const once: Mailer["send"] = (mail, signal) => {
      stop.abort();
      return send(mail, signal);
    };
    await sendResetMails({
      world: { ...server.mailing, mailer: { send: once } },
      signal: stop.signal,
    });
    expect(await rowOf(email)).toMatchObject({ secretHash: null, leaseOwner: null });
    await server.sendAll();
    expect((await redeem(server.secretFor(email), "another horse battery")).status).toBe(204);
  });

  test("of several processes one sends a mail, and what is asked for anew is sent anew", async () => {
    const { email } = await someone();
    const mailsTo = () => server.sent.filter(({ to }) => to === email).length;
    await ask(email);
    const takenUp = signal();
    const goOn = signal();
    const send: Mailer["send"] = async (mail, stop) => {
      takenUp.give();
      await goOn.given;
      return server.mailing.mailer.send(mail, stop);
    };
    const world = { ...server.mailing, mailer: { send } };
    const slow = sendResetMails({ world, signal: new AbortController().signal });
    await takenUp.given;
    expect(await Promise.all([server.sendAll(), server.sendAll()])).toEqual([[], []]);
    expect(mailsTo()).toBe(0);
    goOn.give();
    await slow;
    expect(mailsTo()).toBe(1);
    expect(await server.sendAll()).toEqual([]);
    expect(mailsTo()).toBe(1);
    await ask(email);
    await server.sendAll();
    expect(mailsTo()).toBe(2);
  });

  test("a process that is told to stop hands its mail back, and the next one sends it", async () => {
    const { email } = await someone();
    await ask(email);
    const silent = await openSilentServer();
    const hanging = smtpTo(silent.port);
    const stopping = new AbortController();
    const world = { ...server.mailing, mailer: hanging };
    const sending = sendResetMails({ world, signal: stopping.signal });
    const isTaken = async () => (silent.connections() > 0 ? true : null);
    await until(isTaken, { what: "the mail was on its way" });
    stopping.abort();
    expect(await sending).toEqual([]);
    expect(await rowOf(email)).toMatchObject({ attempts: 0, leaseOwner: null });
    await server.sendAll();
    expect(server.secretFor(email)).toMatch(/^reset_/);
    await silent.close();
  });

  test("over SMTP, woken by the request: the link arrives, and the log holds no secret", async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const mails = await openMailServer();
    const mailer = smtpTo(mails.port);
    let isBroken = true;
    const sends: typeof mailer.send = async (mail, signal) => {
      if (!isBroken) return mailer.send(mail, signal);
      isBroken = false;
      throw new Error(`Cannot send ${mail.text}`);
    };
    // Nobody waits for the turn: only what wakes it lets it go on.
    const sleep = (_ms: number, signal: AbortSignal) => delay(3_600_000, undefined, { signal });
    const world = { ...server.mailing, mailer: { send: sends } };
    const postman = new Postman({ world, sleep, log: createLog("trace", stream) });
    server.world.mail = postman;
    postman.begin();
    const [first, second] = [await someone(), await someone()];
    await ask(first.email);
    const isLogged = async () => (lines.join("").includes("sending mails failed") ? true : null);
    await until(isLogged, { what: "the failure was logged" });
    await ask(second.email);
    const hasArrived = async () => (mails.received.length > 0 ? true : null);
    await until(hasArrived, { what: "the mail arrived" });
    await postman.stop();
    expect(mails.received[0]?.to).toEqual([second.email]);
    const secret = linkIn(mails.received).hash.slice(1);
    expect(lines.join("")).not.toMatch(/reset_[\w-]{20}/);
    expect((await redeem(secret, "another horse battery")).status).toBe(204);
    await mails.close();
  });

  test("a link that was never used is forgotten", async () => {
    const { email } = await someone();
    await ask(email);
    await sendResetMails({ world: server.mailing, signal: new AbortController().signal });
    server.clock.now += 61 * minuteMs;
    await server.sendAll();
    expect(await rowOf(email)).toBeNull();
  });

  function smtpTo(port: number) {
    return createSmtpMailer({
      server: { host: "127.0.0.1", port, tls: "none", login: null },
      from: { name: "", address: "balance@example.com" },
    });
  }
});
