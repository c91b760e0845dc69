import { describe, expect, it } from "vitest";
import { smallRepository } from "../../upstream/small-repository.mjs";
import { connect, fullName, recordsOf, startStandIn } from "./connector-harness";

/** A request without the product's code. */
async function get(url: string, headers: Record<string, string> = {}) {
  const response = await fetch(url, { headers });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text ? JSON.parse(text) : null,
  };
}

const issues = "/repos/acme/shop/issues";

describe("the stand-in answers as GitHub's description says", () => {
  it("open issues, newest first, thirty a page, where nothing is asked", async () => {
    const standIn = await startStandIn();
    standIn.closeIssue(fullName, 250);
    const { body } = await get(`${standIn.url}${issues}`);
    expect(body.map(({ number }: { number: number }) => number)).toEqual(
      Array.from({ length: 30 }, (_, index) => 249 - index),
    );
  });

  it("page links with first, prev, next and last by the repository's number", async () => {
    const standIn = await startStandIn({ linkStyle: "page" });
    const { headers } = await get(`${standIn.url}${issues}?per_page=100&page=2`);
    const link = headers.get("link") ?? "";
    expect(link.match(/rel="\w+"/g)).toEqual([
      'rel="prev"',
      'rel="first"',
      'rel="next"',
      'rel="last"',
    ]);
    expect(link).toContain(
      `<${standIn.url}/repositories/1000/issues?per_page=100&page=3>; rel="next"`,
    );
  });

  it("304 to a known ETag, which costs no request of the limit", async () => {
    const standIn = await startStandIn({ rateLimit: 5000 });
    const first = await get(`${standIn.url}${issues}`);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"\w+"$/);
    const again = await get(`${standIn.url}${issues}`, { "if-none-match": etag });
    expect(again.status).toBe(304);
    const limit = await get(`${standIn.url}/rate_limit`);
    expect(limit.body.resources.core).toMatchObject({ limit: 5000, used: 1, remaining: 4999 });
  });

  it("rate-limit and request-id headers on every answer", async () => {
    const standIn = await startStandIn({ rateLimit: 5000 });
    const { headers } = await get(`${standIn.url}/repos/acme/nothing`);
    expect(headers.get("x-ratelimit-remaining")).toBe("4999");
    expect(headers.get("x-github-request-id")).toMatch(/^[0-9A-F]+$/);
  });

  it("a renamed label without touching updated_at, a deleted issue with 410", async () => {
    const standIn = await startStandIn({ repositories: [smallRepository()] });
    const before = structuredClone(standIn.issuesOf("acme/checkout"));
    standIn.renameLabel("acme/checkout", "bug", "defect");
    const after = standIn.issuesOf("acme/checkout");
    expect(after.map(({ updated_at }) => updated_at)).toEqual(
      before.map(({ updated_at }) => updated_at),
    );
    expect(JSON.stringify(after)).toContain('"defect"');
    standIn.deleteIssue("acme/checkout", 2);
    expect((await get(`${standIn.url}/repos/acme/checkout/issues/2`)).status).toBe(410);
  });
});

describe("the stand-in is steered over HTTP", () => {
  it("with faults, edits and a delay", async () => {
    const standIn = await startStandIn();
    const post = (path: string, body: object) =>
      fetch(`${standIn.url}/__stand-in/${path}`, { method: "POST", body: JSON.stringify(body) });
    await post("faults", { kind: "server_error", status: 500, times: 1 });
    expect((await get(`${standIn.url}${issues}`)).status).toBe(500);
    const added = await post("edits", {
      repository: fullName,
      edit: "add",
      patch: { title: "New" },
    });
    expect(await added.json()).toMatchObject({ number: 251, title: "New" });
    await post("edits", {
      repository: fullName,
      edit: "close",
      number: 251,
      reason: "not_planned",
    });
    const found = await get(`${standIn.url}${issues}/251`);
    expect(found.body).toMatchObject({ state: "closed", state_reason: "not_planned" });
    await post("delay", { delayMs: 80 });
    const begun = performance.now();
    await get(`${standIn.url}${issues}`);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(75);
    const log = await get(`${standIn.url}/__stand-in/requests`);
    expect(log.body).toHaveLength(3);
  });
});

describe("the small repository", () => {
  it("maps to 36 issues, none refused, whatever its texts hold", async () => {
    const standIn = await startStandIn({ repositories: [smallRepository()] });
    const repository = { owner: "acme", name: "checkout" };
    const { connector } = connect(standIn, { repository });
    const outcomes = (await recordsOf(connector)).map(
      ({ payload }) => connector.map(payload).outcome,
    );
    expect(outcomes.filter((outcome) => outcome === "ignored")).toHaveLength(4);
    expect(outcomes.filter((outcome) => outcome === "item")).toHaveLength(36);
  });
});
