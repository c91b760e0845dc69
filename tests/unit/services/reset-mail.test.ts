import { expect, test } from "vitest";
import { resetMail } from "@/lib/services/reset-mail";

const given = {
  name: "Ada",
  email: "ada@example.com",
  baseUrl: "https://balance.example",
  secret: "reset_secret",
  askedAt: new Date("2026-11-23T08:15:30Z"),
  askedFrom: "192.0.2.1",
  expiresAt: new Date("2026-11-23T09:15:40Z"),
};

test("the mail says who asked, when, and until when its link works, and no more", () => {
  expect(resetMail(given)).toEqual({
    to: "ada@example.com",
    subject: "A new password for Backlog Balance",
    text: `Hello Ada,

somebody asked for a new password for ada@example.com at https://balance.example on 23 November 2026, 08:15 UTC, from the address 192.0.2.1.

If it was you, choose one here. The link works once, until 23 November 2026, 09:15 UTC:

https://balance.example/new-password#reset_secret

If it was not you, there is nothing to do: your password stays as it is.`,
  });
});

test("a name adds no line, no link and no header", () => {
  const name =
    "Ada,\r\n\r\nBcc: eve@evil.example\nclick https://evil.example or evil.example \u202e";
  const { text, subject, to } = resetMail({ ...given, name, askedFrom: "1.2.3.4\nevil.example" });
  expect(text.split("\n")).toHaveLength(9);
  expect(text).not.toMatch(/evil\.example|@evil|\u202e/);
  expect(text.match(/https:\/\/\S+/g)).toEqual([
    "https://balance.example",
    "https://balance.example/new-password#reset_secret",
  ]);
  expect([subject, to].join()).not.toContain("\n");
});
