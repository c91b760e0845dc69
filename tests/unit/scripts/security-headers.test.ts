import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { isSecureAddress, setSecurityHeaders } from "@/scripts/serve/security-headers.mjs";

function answerTo(url: string, isSecure: boolean) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url, headers: { "x-nonce": "chosen" } });
  const response = new ServerResponse(request);
  setSecurityHeaders(request, response, { isSecure });
  return { request, response };
}

test("behind https browsers are told to stay there; over http they are not", () => {
  expect(answerTo("/", true).response.getHeader("strict-transport-security")).toMatch(/max-age=3/);
  expect(answerTo("/", false).response.getHeader("strict-transport-security")).toBeUndefined();
  expect(["https://a.example", " HTTPS://a.example/b"].map(isSecureAddress)).toEqual([true, true]);
  expect([undefined, "", "http://a.example/https://"].map(isSecureAddress)).toEqual(
    Array(3).fill(false),
  );
});

test("each answer has a nonce of its own, which Next is told and a client cannot choose", () => {
  const answers = Array.from({ length: 50 }, () => answerTo("/products/x", false));
  const nonces = answers.map(({ request }) => request.headers["x-nonce"]);
  expect(new Set(nonces).size).toBe(50);
  for (const { request, response } of answers) {
    const policy = response.getHeader("content-security-policy");
    expect(policy).toContain(`'nonce-${request.headers["x-nonce"]}' 'strict-dynamic'`);
    expect(request.headers["content-security-policy"]).toBe(policy);
  }
});

test.each(["/api", "/api/products", "/api?x", "/api/products/1/items?format=csv"])(
  "an answer of the API may do nothing at all, and no cache keeps it: %s",
  (url) => {
    const { response } = answerTo(url, false);
    const policy = `${response.getHeader("content-security-policy")}`;
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toContain("nonce");
    expect(response.getHeader("cache-control")).toBe("private, no-store");
  },
);
