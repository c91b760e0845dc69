import { expect, test } from "vitest";
import { createKnownSecrets, scrubbedDestination } from "@/app/_server/known-secrets";
import { createLog } from "@/app/_server/log";
import { mailerOf, mailSecretsOf } from "@/app/_server/mailer";

const settings = {
  SMTP_URL: "smtp://postbox1:canary%40password@mail.example",
  MAIL_FROM: "balance@example.com",
};

test("the mail server's password is in no line of the log, nor what is sent of it", () => {
  const known = createKnownSecrets();
  for (const secret of mailSecretsOf(settings)) known.add(secret);
  const lines: string[] = [];
  const log = createLog("trace", scrubbedDestination(known, { write: (line) => lines.push(line) }));
  // Its letters are others than those of the password alone: it begins in the middle of three.
  const sent = btoa("\0postbox1\0canary@password");
  log.error({ err: new Error(`535 canary@password ${sent} not taken`), url: settings.SMTP_URL });
  expect(lines.join("")).not.toMatch(/canary/);
  expect(lines.join("")).not.toContain(sent.slice(-20));
  expect(lines.join("")).toContain("not taken");
});

test("without settings there is no mailer, and nothing to keep secret", () => {
  const none = { SMTP_URL: undefined, MAIL_FROM: undefined };
  expect([mailerOf(none), mailSecretsOf(none)]).toEqual([null, []]);
  expect(mailSecretsOf({ SMTP_URL: "smtp://mail.example" })).toEqual([]);
  expect(mailerOf(settings)).not.toBeNull();
});
