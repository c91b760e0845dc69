import { expect, test } from "vitest";
import { readMailSender, readSmtpAddress } from "@/lib/domain/mail";

test.each([
  ["smtp://mail.example.com", { port: 587, tls: "upgraded", login: null }],
  ["smtps://mail.example.com", { port: 465, tls: "from_start" }],
  ["smtp://mail.example.com:25?tls=off", { port: 25, tls: "none" }],
  ["smtp://127.0.0.1:1025", { host: "127.0.0.1", tls: "none" }],
  ["smtp://localhost", { host: "localhost", tls: "none" }],
  ["smtp://[::1]:25", { host: "::1", tls: "none" }],
  ["smtp://127.0.0.1?tls=required", { tls: "upgraded" }],
  ["smtp://127.0.0.1.example.com", { tls: "upgraded" }],
  ["smtp://localhost.example.com", { tls: "upgraded" }],
  ["smtp://10.0.0.1", { tls: "upgraded" }],
  ["smtp://a%40b:p%3Ass@mail_host", { login: { user: "a@b", password: "p:ss" } }],
])("%s is read; TLS is left out only on this machine or where it says so", (text, server) => {
  expect(readSmtpAddress(text)).toMatchObject(server);
});

test.each([
  "mail.example.com",
  "https://mail.example.com",
  "smtp://",
  "smtp://user@mail.example.com",
  "smtp://:password@mail.example.com",
  "smtp://user:100%@mail.example.com",
  "smtp://mail.example.com/path",
  "smtp://mail.example.com?tls=no",
  "smtp://mail.example.com?rejectUnauthorized=false",
  "smtps://mail.example.com?tls=off",
])("%s is refused in words", (text) => {
  expect(readSmtpAddress(text)).toEqual(expect.any(String));
});

test("a sender is an address, with or without a name", () => {
  expect(readMailSender("a@example.com")).toEqual({ name: "", address: "a@example.com" });
  expect(readMailSender("Backlog Balance <a@localhost>")).toEqual({
    ...{ name: "Backlog Balance", address: "a@localhost" },
  });
});

test.each([
  "nobody",
  "a@b@c",
  "a@example.com, b@example.com",
  "Name <a@example.com>, b@example.com",
  "Name\r\nBcc: b@example.com <a@example.com>",
  "a@example.com\r\nBcc: b@example.com",
  "<>",
])("%j is no sender", (text) => {
  expect(readMailSender(text)).toBeNull();
});
