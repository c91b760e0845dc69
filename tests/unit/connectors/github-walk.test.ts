import { describe, expect, it } from "vitest";
import { UpstreamError } from "@/lib/errors";
import {
  connect,
  fullName,
  never,
  numbersOf,
  pagesOf,
  place,
  plainRepository,
  recordsOf,
  startStandIn,
} from "./connector-harness";
import { ascending, oneTo } from "./numbers";

describe.each(["cursor", "page"] as const)("walking with %s links", (linkStyle) => {
  it("yields every record once, oldest first, exactly as it was sent", async () => {
    const standIn = await startStandIn({ linkStyle });
    const records = await recordsOf(connect(standIn).connector);
    expect(numbersOf(records)).toEqual(oneTo(250));
    expect(records.map(({ payload }) => payload)).toEqual(standIn.issuesOf(fullName));
  });

  it("goes on from any page's checkpoint to what an undisturbed walk yields", async () => {
    const standIn = await startStandIn({ linkStyle });
    const { connector } = connect(standIn);
    const pages = await pagesOf(connector);
    for (const [index, { next }] of pages.entries()) {
      if (next === null) continue;
      const rest = await recordsOf(connect(standIn).connector, { checkpoint: next });
      const before = pages.slice(0, index + 1).flatMap(({ records }) => records);
      expect(ascending(numbersOf([...before, ...rest]))).toEqual(oneTo(250));
    }
  });

  it("loses nothing when records are edited, added and deleted during the walk", async () => {
    const standIn = await startStandIn({ linkStyle });
    const seen: number[] = [];
    const request = { since: null, checkpoint: null, signal: never };
    for await (const page of connect(standIn).connector.collect(request)) {
      const first = seen.length === 0;
      seen.push(...numbersOf(page.records));
      if (!first) continue;
      for (const number of [3, 40, 77]) standIn.deleteIssue(fullName, number);
      standIn.editIssue(fullName, 12, { title: "touched" });
      standIn.closeIssue(fullName, 180);
      standIn.addIssue(fullName, { id: 500_251 });
    }
    expect(ascending(seen)).toEqual(oneTo(251));
  });

  it("believes a list without any issue only where there is none", async () => {
    const standIn = await startStandIn({ linkStyle });
    standIn.setFault({ kind: "empty_list", on: "issues", times: 1 });
    expect(await recordsOf(connect(standIn).connector)).toHaveLength(250);
    for (const number of oneTo(250)) standIn.deleteIssue(fullName, number);
    expect(await recordsOf(connect(standIn).connector)).toEqual([]);
  });

  it("asks only for what changed since an instant", async () => {
    const standIn = await startStandIn({ linkStyle });
    const since = new Date("2024-08-01T00:00:00.500Z");
    const records = await recordsOf(connect(standIn).connector, { since });
    expect(numbersOf(records)).toEqual(oneTo(250).slice(213));
    expect(standIn.requests[0]?.url).toContain("since=2024-08-01T00%3A00%3A00Z");
  });
});

describe("the requests of a walk", () => {
  it("are as few as the pages, name the API version, and carry the token", async () => {
    const standIn = await startStandIn();
    await recordsOf(connect(standIn, { token: "token-with-all-rights" }).connector);
    expect(standIn.requests).toHaveLength(3);
    for (const { headers, url } of standIn.requests) {
      expect(headers.accept).toBe("application/vnd.github+json");
      expect(headers["x-github-api-version"]).toBe("2022-11-28");
      expect(headers["user-agent"]).toMatch(/^backlog-balance /);
      expect(headers.authorization).toBe("token token-with-all-rights");
      expect(url).toContain("state=all");
    }
  });

  it("go to an Enterprise server's API under its own path", async () => {
    const standIn = await startStandIn();
    const enterprise = { host: standIn.host, url: `${standIn.url}/api/v3/` };
    expect(await recordsOf(connect(enterprise).connector)).toHaveLength(250);
    expect(standIn.requests.every(({ url }) => url.startsWith("/api/v3/"))).toBe(true);
  });

  it("follow a renamed repository", async () => {
    const repository = { ...plainRepository(150), name: "store", formerNames: [fullName] };
    const standIn = await startStandIn({ repositories: [repository] });
    const { connector } = connect(standIn, { token: "token-with-all-rights" });
    expect(await connector.check(never)).toMatchObject({ name: "acme/store" });
    expect(await recordsOf(connector)).toHaveLength(150);
    expect(standIn.requests.every(({ authorization }) => authorization !== null)).toBe(true);
  });

  it.each([
    ["an answer", { kind: "slow" }],
    ["the next try", { kind: "server_error" }],
  ] as const)("stop at once when aborted while waiting for %s", async (_what, fault) => {
    const standIn = await startStandIn();
    standIn.setFault({ ...fault, on: "issues", skip: 1 });
    const stop = new AbortController();
    const walk = pagesOf(connect(standIn, { retryBaseMs: 60_000 }).connector, {
      signal: stop.signal,
    });
    const begun = performance.now();
    setTimeout(() => stop.abort(new Error("stopped by the test")), 200);
    await expect(walk).rejects.toThrow("stopped by the test");
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe("check", () => {
  it("describes the repository in two requests", async () => {
    const standIn = await startStandIn();
    const found = await connect(standIn).connector.check(never);
    expect(found).toEqual({ name: fullName, url: "https://github.com/acme/shop" });
    expect(standIn.requests).toHaveLength(2);
  });

  it("refuses a repository whose issues are switched off, unless pull requests count", async () => {
    const repositories = [{ ...plainRepository(3), hasIssues: false }];
    const standIn = await startStandIn({ repositories });
    const check = connect(standIn).connector.check(never);
    await expect(check).rejects.toMatchObject({ reason: "gone" });
    const counting = connect(standIn, { count: "issues_and_pulls" }).connector;
    await expect(counting.check(never)).resolves.toMatchObject({ name: fullName });
  });
});

describe("estimateTotal", () => {
  it("is the newest number, which issues and pull requests share", async () => {
    const standIn = await startStandIn();
    expect(await connect(standIn).connector.estimateTotal(never)).toBe(250);
  });

  it("is 0 for an empty repository and null where the tracker fails", async () => {
    const standIn = await startStandIn({ repositories: [{ ...place, issues: [] }] });
    const { connector } = connect(standIn);
    expect(await connector.estimateTotal(never)).toBe(0);
    standIn.setFault({ kind: "server_error" });
    expect(await connector.estimateTotal(never)).toBeNull();
  });
});

describe("find", () => {
  const reference = (number: number) => ({
    externalId: String(500_000 + number),
    key: `${fullName}#${number}`,
    number,
  });

  it("gives one record verbatim", async () => {
    const standIn = await startStandIn();
    const found = await connect(standIn).connector.find(reference(7), never);
    expect(found).toEqual({ externalId: "500007", payload: standIn.issuesOf(fullName)[6] });
  });

  it("is null for a deleted issue, one that never was, and one replaced under its number", async () => {
    const standIn = await startStandIn();
    const { connector } = connect(standIn);
    standIn.deleteIssue(fullName, 7);
    expect(await connector.find(reference(7), never)).toBeNull();
    expect(await connector.find(reference(999), never)).toBeNull();
    expect(await connector.find({ ...reference(8), externalId: "1" }, never)).toBeNull();
  });

  it("is null for a transferred issue, which leads to another repository", async () => {
    const target = { owner: "acme", name: "store", issues: [] };
    const standIn = await startStandIn({ repositories: [plainRepository(9), target] });
    const { connector } = connect(standIn);
    standIn.transferIssue(fullName, 7, "acme/store");
    expect(await connector.find(reference(7), never)).toBeNull();
    expect(numbersOf(await recordsOf(connector))).not.toContain(7);
  });

  it("is null where the redirect leads to a record of the same id and number elsewhere", async () => {
    const repository_url = "https://api.github.com/repos/acme/store";
    const { issues, ...rest } = plainRepository(3);
    const moved = issues.map((issue) => ({ ...issue, repository_url }));
    const standIn = await startStandIn({ repositories: [{ ...rest, issues: moved }] });
    expect(await connect(standIn).connector.find(reference(2), never)).toBeNull();
  });

  it("knows the issues of a repository that was renamed", async () => {
    const repository_url = "https://api.github.com/repos/acme/store";
    const { issues, ...rest } = plainRepository(3);
    const renamed = issues.map((issue) => ({ ...issue, repository_url }));
    const repositories = [{ ...rest, name: "store", formerNames: [fullName], issues: renamed }];
    const standIn = await startStandIn({ repositories });
    const found = await connect(standIn).connector.find(reference(2), never);
    expect(found?.externalId).toBe("500002");
  });

  it.each([
    ["out of the API, as to a discussion", { kind: "redirect" }],
    ["to a repository that refuses us", { kind: "forbidden" }],
  ] as const)("is null where an issue leads %s, and no other does", async (_where, fault) => {
    const standIn = await startStandIn();
    const { connector } = connect(standIn);
    standIn.setFault({ ...fault, on: "issue" });
    expect(await connector.find(reference(7), never)).toBeNull();
    standIn.setFault({ ...fault, on: "issues" });
    await expect(connector.find(reference(7), never)).rejects.toBeInstanceOf(UpstreamError);
  });

  it("never takes an unreadable repository for a deleted issue", async () => {
    const standIn = await startStandIn({
      repositories: [{ ...plainRepository(3), isPrivate: true }],
    });
    const found = connect(standIn).connector.find(reference(1), never);
    await expect(found).rejects.toMatchObject({ reason: "not_found" });
  });
});
