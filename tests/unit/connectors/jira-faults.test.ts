import { describe, expect, it } from "vitest";
import { UpstreamError, type UpstreamReason } from "@/lib/errors";
import { plainIssues, siteOf } from "../../upstream/jira-small-site.mjs";
import type { JiraFault, JiraTarget } from "../../upstream/jira-types";
import { never, pagesOf, patience, recordsOf } from "./connector-harness";
import { connectJira, modes, numbersOf, startJira } from "./jira-harness";

/** What the promise rejected with, which must be an UpstreamError. */
async function failureOf(work: Promise<unknown>): Promise<UpstreamError> {
  const error = await work.then(
    () => new Error("It did not fail."),
    (reason: unknown) => reason,
  );
  if (error instanceof UpstreamError) return error;
  throw new Error("Not an UpstreamError", { cause: error });
}

const lasting: [JiraFault, UpstreamReason][] = [
  [{ kind: "server_error" }, "unreachable"],
  [{ kind: "reset" }, "unreachable"],
  [{ kind: "reset_mid_body" }, "unreachable"],
  [{ kind: "slow" }, "unreachable"],
  [{ kind: "truncated" }, "malformed"],
  [{ kind: "html" }, "malformed"],
  [{ kind: "empty_body" }, "malformed"],
  [{ kind: "wrong_shape" }, "malformed"],
  [{ kind: "repeated_page" }, "malformed"],
  [{ kind: "endless_pages" }, "malformed"],
  [{ kind: "redirect" }, "host_not_allowed"],
  [{ kind: "rate_limited", seconds: 600 }, "rate_limited"],
  [{ kind: "rate_limited", seconds: null }, "rate_limited"],
  [{ kind: "busy", seconds: 600 }, "rate_limited"],
  [{ kind: "unauthorized" }, "unauthorized"],
  [{ kind: "captcha" }, "forbidden"],
  [{ kind: "forbidden" }, "forbidden"],
  [{ kind: "not_found" }, "not_found"],
  [{ kind: "gone" }, "gone"],
];

describe.each(modes)("a lasting fault on the second page of a %s site", (mode) => {
  it.each(lasting)("%o keeps the first page and rejects with %s", async (fault, reason) => {
    const standIn = await startJira(mode);
    standIn.setFault({ ...fault, on: "search", skip: 1 });
    const { connector } = connectJira(standIn, patience(fault));
    const seen: number[] = [];
    const walk = async () => {
      const request = { since: null, checkpoint: null, signal: never };
      for await (const page of connector.collect(request)) seen.push(...numbersOf(page.records));
    };
    const failure = await failureOf(walk());
    expect(failure.reason).toBe(reason);
    expect(failure.message).toMatch(/\w.*\.$/);
    expect(new Set(seen).size).toBeGreaterThanOrEqual(100);
    expect(standIn.requests.length).toBeLessThan(40);
  });
});

describe.each(modes)("a passing fault on a %s site", (mode) => {
  const targets: JiraTarget[] = ["myself", "field", "status", "search", "permissions"];
  const everywhere = mode === "cloud" ? [...targets, "changelog" as const] : targets;
  it.each(everywhere)("on %s changes nothing of what a walk yields", async (on) => {
    const standIn = await startJira(mode, { site: siteOf(plainIssues(30)) });
    const undisturbed = await recordsOf(connectJira(standIn).connector);
    for (const kind of [
      "server_error",
      "reset",
      "reset_mid_body",
      "rate_limited",
      "busy",
    ] as const) {
      standIn.setFault({ kind, on, times: 1, seconds: 7 });
      const { connector, sleeps } = connectJira(standIn);
      expect(await recordsOf(connector)).toEqual(undisturbed);
      expect(sleeps).toHaveLength(1);
      standIn.clearFaults();
    }
  });

  it("of a rate limit is waited for as long as Retry-After says, and a second more", async () => {
    const standIn = await startJira(mode);
    const now = () => new Date("2026-01-01T12:00:00Z");
    standIn.setFault({ kind: "rate_limited", on: "search", seconds: 30, times: 2 });
    const { connector, sleeps } = connectJira(standIn, { now });
    expect(await recordsOf(connector)).toHaveLength(250);
    expect(sleeps).toEqual([31_000, 31_000]);
  });

  it("of a rate limit past the longest wait ends the run with its time", async () => {
    const standIn = await startJira(mode);
    const now = () => new Date("2026-01-01T12:00:00Z");
    standIn.setFault({ kind: "rate_limited", on: "search", seconds: 3600 });
    const { connector, sleeps } = connectJira(standIn, { now });
    const failure = await failureOf(pagesOf(connector));
    expect(failure.retryAt).toEqual(new Date("2026-01-01T13:00:00Z"));
    expect(sleeps).toEqual([]);
  });
});

describe("a page token that Cloud has forgotten", () => {
  const site = siteOf(plainIssues(150, 0));

  it("is taken up again by the position, in the process and after a restart", async () => {
    const standIn = await startJira("cloud", { site, pageLimit: 20 });
    standIn.setFault({ kind: "token_expired", on: "search", skip: 3, times: 1 });
    const records = await recordsOf(connectJira(standIn).connector);
    expect(records).toHaveLength(150);
    const pages = await pagesOf(connectJira(standIn).connector);
    standIn.setFault({ kind: "token_expired", on: "search", times: 1 });
    const rest = await recordsOf(connectJira(standIn).connector, {
      checkpoint: pages[3]?.next ?? null,
    });
    const before = pages.slice(0, 4).flatMap((page) => page.records);
    expect(new Set(numbersOf([...before, ...rest])).size).toBe(150);
  });

  it("again and again ends the walk rather than going round", async () => {
    const standIn = await startJira("cloud", { site, pageLimit: 20 });
    standIn.setFault({ kind: "token_expired", on: "search" });
    const failure = await failureOf(recordsOf(connectJira(standIn).connector));
    expect(failure.reason).toBe("malformed");
    expect(standIn.requests.length).toBeLessThan(60);
  });
});

describe.each(modes)("rights that end during a walk of a %s site", (mode) => {
  it.each(["none", "empty"] as const)(
    "(%s left) never look like the end of the list",
    async (left) => {
      const standIn = await startJira(mode);
      let searches = 0;
      standIn.onSearch(() => {
        searches += 1;
        if (searches === 2) {
          standIn.setAccounts([{ token: "personal-token", name: "Ada", rights: left }]);
        }
      });
      const failure = await failureOf(pagesOf(connectJira(standIn).connector));
      expect(["not_found", "forbidden"]).toContain(failure.reason);
    },
  );

  it.each([false, true])(
    "of a token that is nobody's any more neither (incremental: %s)",
    async (inc) => {
      const standIn = await startJira(mode);
      const since = new Date("2024-02-01T00:00:00Z");
      standIn.onSearch(() => standIn.setAccounts([]));
      const walk = pagesOf(connectJira(standIn).connector, inc ? { since } : {});
      const failure = await failureOf(walk);
      expect(["not_found", "unauthorized"]).toContain(failure.reason);
    },
  );

  it("nor does a changed time zone go unnoticed", async () => {
    const standIn = await startJira(mode);
    standIn.onSearch(() => {
      const zone = { timeZone: "America/New_York" };
      standIn.setAccounts([{ token: "personal-token", name: "Ada", rights: "browse", ...zone }]);
    });
    const failure = await failureOf(pagesOf(connectJira(standIn).connector));
    expect(failure.reason).toBe("cursor_expired");
  });
});

it("a search that Data Center answered to a stranger is never taken for an empty one", async () => {
  const standIn = await startJira("data_center");
  standIn.setFault({ kind: "anonymous", on: "search" });
  const since = new Date("2024-02-01T00:00:00Z");
  const failure = await failureOf(pagesOf(connectJira(standIn).connector, { since }));
  expect(failure.reason).toBe("unauthorized");
});

describe.each(modes)("a check of a %s site says what to do about", (mode) => {
  type Case = [string, Parameters<typeof connectJira>[1], UpstreamReason, RegExp];
  const cases: Case[] = [
    [
      "a project that is not there",
      { scope: { project: "NOPE" } },
      "not_found",
      /project NOPE.*spelling/,
    ],
    [
      "an account that sees no project",
      { token: "token-without-projects" },
      "not_found",
      /may browse/,
    ],
    [
      "an account that sees no issue",
      { token: "token-without-issues" },
      "forbidden",
      /Browse Projects/,
    ],
    ["a wrong token", { token: "wrong" }, "unauthorized", /does not accept this token/],
    [
      "a wrong e-mail address",
      { email: "eve@example.com", token: "api-token" },
      "unauthorized",
      /e-mail address and token/,
    ],
    [
      "a field that JQL does not know",
      { scope: { jql: "sprnt = 5" } },
      "malformed",
      /Jira says: Field 'sprnt' does not exist/,
    ],
    ["a query that finds nothing", { scope: { jql: "type = Bug" } }, "not_found", /query asks for/],
  ];

  it.each(cases)("%s", async (_what, options, reason, message) => {
    const standIn = await startJira(mode);
    const failure = await failureOf(connectJira(standIn, options).connector.check(never));
    expect(failure.reason).toBe(reason);
    expect(failure.message).toMatch(message);
    expect(failure.message).not.toMatch(/api-token|wrong$/);
  });

  it("a place that is no Jira, asking once", async () => {
    const standIn = await startJira(mode);
    for (const kind of ["not_found", "html", "gone"] as const) {
      standIn.requests.length = 0;
      standIn.setFault({ kind, on: "serverInfo", times: 1 });
      const failure = await failureOf(connectJira(standIn).connector.check(never));
      expect([failure.reason, failure.status]).toEqual(["malformed", undefined]);
      expect(standIn.requests).toHaveLength(1);
    }
  });

  it("a host that is down or not allowed, naming it", async () => {
    const standIn = await startJira(mode);
    const closed = connectJira({ url: standIn.url, host: "other.example" }).connector;
    expect((await failureOf(closed.check(never))).reason).toBe("host_not_allowed");
    expect(standIn.requests).toEqual([]);
    const { url, host } = standIn;
    await standIn.close();
    const failure = await failureOf(connectJira({ url, host }).connector.check(never));
    expect(failure.reason).toBe("unreachable");
    expect(failure.message).toContain(host);
  });
});

describe("a hostile site", () => {
  it("never receives the token at another address", async () => {
    const other = await startJira("cloud");
    const standIn = await startJira("cloud");
    standIn.setFault({ kind: "redirect", location: `${other.url}/rest/api/2/myself` });
    const failure = await failureOf(pagesOf(connectJira(standIn).connector));
    expect(failure.reason).toBe("host_not_allowed");
    expect(other.requests).toEqual([]);
  });

  it.each(["https://other-host.invalid/", "{}", '{"createdFrom":"x","within":null}', ""])(
    "gets nothing from a checkpoint that is not ours: %s",
    async (checkpoint) => {
      const standIn = await startJira("cloud");
      const failure = await failureOf(pagesOf(connectJira(standIn).connector, { checkpoint }));
      expect(failure.reason).toBe("cursor_expired");
      expect(standIn.requests).toEqual([]);
    },
  );

  it("that gives ids alone is not taken for a list of issues: each is refused with a reason", async () => {
    const standIn = await startJira("cloud", { site: siteOf(plainIssues(3)) });
    standIn.setFault({ kind: "ids_only", on: "search" });
    const { connector } = connectJira(standIn);
    const mapped = (await recordsOf(connector)).map(({ payload }) => connector.map(payload));
    expect(mapped.map(({ outcome }) => outcome)).toEqual(["refused", "refused", "refused"]);
  });
});
