import { afterEach, expect, test } from "vitest";
import type { SmtpServer } from "@/lib/domain/mail";
import { createSmtpMailer } from "@/lib/mail/smtp-mailer";
import { type MailServer, openMailServer, openSilentServer } from "@/tests/setup/mail-server";

const from = { name: "Backlog Balance", address: "balance@example.com" };
const mail = { to: "ada@example.com", subject: "A new password", text: "Hello Ada,\n\nöffne" };
const login = { user: "balance", password: "canary-password" };
const never = new AbortController().signal;
const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function serverWith(options: Parameters<typeof openMailServer>[0] = {}): Promise<MailServer> {
  const server = await openMailServer(options);
  opened.push(server);
  return server;
}

function mailerTo(server: Pick<SmtpServer, "port"> & Partial<SmtpServer>, wholeMs?: number) {
  const { port, tls = "none", login: as = null, host = "127.0.0.1" } = server;
  return createSmtpMailer({
    ...{ server: { host, port, tls, login: as }, from },
    ...(wholeMs !== undefined && { wholeMs }),
  });
}

test("a mail arrives as plain text, from the sender of the settings", async () => {
  const server = await serverWith();
  const { port } = server;
  expect(await mailerTo({ port }).send(mail, never)).toEqual({ fault: null, hopeless: false });
  expect(server.received).toMatchObject([
    { from: from.address, to: [mail.to], text: expect.stringContaining("öffne") },
  ]);
  const headers = server.received[0]?.headers ?? [];
  expect(headers).toContain("From: Backlog Balance <balance@example.com>");
  expect(headers).toContain("Content-Type: text/plain; charset=utf-8");
  expect(headers).toContain("Auto-Submitted: auto-generated");
});

test("nothing in a subject or an address becomes a header or another recipient", async () => {
  const server = await serverWith();
  const { port } = server;
  const subject = "New\r\nBcc: eve@example.com\r\n\r\nBody";
  await mailerTo({ port }).send({ ...mail, subject }, never);
  await mailerTo({ port }).send({ ...mail, to: "ada@example.com, eve@example.com" }, never);
  await mailerTo({ port }).send({ ...mail, to: "ada@example.com>\r\nRCPT TO:<eve@a.b" }, never);
  const headers = server.received.flatMap((received) => received.headers);
  expect(headers.filter((line) => /^bcc/i.test(line))).toEqual([]);
  expect(server.received.flatMap(({ to }) => to)).not.toContain("eve@example.com");
  expect(server.received.flatMap(({ to }) => to)).not.toContain("eve@a.b");
});

test.each([
  ["upgraded", {}, "certificate"],
  ["from_start", { secure: true }, "certificate"],
  ["upgraded", { disabledCommands: ["STARTTLS"] }, "no TLS"],
] as const)("with TLS %s nothing is said to a server without a trusted one: %j", async (...row) => {
  const [tls, options, words] = row;
  const logins: unknown[] = [];
  const server = await serverWith({
    ...(options as object),
    onAuth: (auth, _session, done) => {
      logins.push(auth);
      done(null, { user: "balance" });
    },
  });
  const posted = await mailerTo({ port: server.port, tls, login }).send(mail, never);
  expect(posted.fault).toContain(words);
  expect([server.received, logins]).toEqual([[], []]);
});

test("a refused login is told without the login; one that cannot be given is not left out", async () => {
  const refusing = await serverWith({
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, done) => done(new Error(`not ${password}`)),
  });
  const refused = await mailerTo({ port: refusing.port, login }).send(mail, never);
  expect(refused).toEqual({
    fault: "127.0.0.1 refused the user or the password. It answered 535.",
    hopeless: false,
  });
  const open = await serverWith({ disabledCommands: ["AUTH"] });
  const without = await mailerTo({ port: open.port, login }).send(mail, never);
  expect(without.fault).not.toBeNull();
  expect(open.received).toEqual([]);
});

test("what a server will never take is hopeless, and what it may take later is not", async () => {
  const server = await serverWith();
  server.refuse = { status: 550, message: "no canary here" };
  const { port } = server;
  const never550 = await mailerTo({ port }).send(mail, never);
  expect(never550.hopeless).toBe(true);
  expect(never550.fault).not.toContain("canary");
  server.refuse = { status: 451, message: "later" };
  expect((await mailerTo({ port }).send(mail, never)).hopeless).toBe(false);
});

test("a server that is down, hangs or is not known is an answer, in bounded time", async () => {
  const silent = await openSilentServer();
  opened.push(silent);
  const gone = await openSilentServer();
  await gone.close();
  const faults = await Promise.all([
    mailerTo({ port: silent.port }, 200).send(mail, never),
    mailerTo({ port: gone.port }).send(mail, never),
    mailerTo({ port: 25, host: "nowhere.invalid" }).send(mail, never),
  ]);
  expect(faults.map(({ fault }) => fault)).toEqual([
    "127.0.0.1 did not take a mail in time.",
    "127.0.0.1 cannot be reached, or broke off.",
    "nowhere.invalid is a name that is not known.",
  ]);
});

test("a mail under way is broken off by the signal", async () => {
  const silent = await openSilentServer();
  opened.push(silent);
  const stopping = new AbortController();
  const sending = mailerTo({ port: silent.port }).send(mail, stopping.signal);
  stopping.abort();
  expect((await sending).fault).not.toBeNull();
});
