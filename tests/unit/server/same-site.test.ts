import { expect, test } from "vitest";
import { requireSameSite } from "@/app/_server/same-site";

const request = (headers: Record<string, string>) =>
  new Request("http://127.0.0.1:3000/api/products", { method: "POST", headers });

test.each([
  [{ host: "127.0.0.1:3000" }],
  [{ host: "localhost:3000", origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }],
  [{ host: "[::1]:3000", "sec-fetch-site": "none" }],
])("our own pages and command-line tools are answered: %j", (headers) => {
  expect(() => requireSameSite(request(headers), null)).not.toThrow();
});

test.each([
  [{ host: "balance.example" }],
  [{ host: "balance.example", origin: "https://balance.example", "sec-fetch-site": "same-origin" }],
  [{ host: "127.0.0.1:3000" }],
])("with accounts the address it is reached by is answered: %j", (headers) => {
  expect(() => requireSameSite(request(headers), "https://balance.example")).not.toThrow();
});

test.each([
  ["a rebound name", { host: "evil.example" }],
  ["another page", { host: "balance.example", origin: "https://evil.example" }],
  ["the same name in clear", { host: "balance.example", origin: "http://balance.example" }],
  ["a forwarded name", { host: "evil.example", "x-forwarded-host": "balance.example" }],
  ["a form elsewhere", { host: "balance.example", "sec-fetch-site": "cross-site" }],
])("with accounts %s is refused", (_what, headers) => {
  expect(() => requireSameSite(request(headers), "https://balance.example")).toThrow();
});

test.each([
  ["a rebound name", { host: "evil.example:3000" }],
  ["another page's form", { host: "127.0.0.1:3000", origin: "https://evil.example" }],
  ["a page on another local port", { host: "127.0.0.1:3000", origin: "http://127.0.0.1:8080" }],
  ["an opaque origin", { host: "127.0.0.1:3000", origin: "null" }],
  ["a cross-site image", { host: "127.0.0.1:3000", "sec-fetch-site": "cross-site" }],
])("%s is refused", (_what, headers) => {
  expect(() => requireSameSite(request(headers), null)).toThrow("only its own pages");
});
