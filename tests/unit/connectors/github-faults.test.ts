import { describe, expect, it } from "vitest";
import type { UpstreamReason } from "@/lib/errors";
import { UpstreamError } from "@/lib/errors";
import type { Fault } from "../../upstream/types";
import {
  connect,
  never,
  numbersOf,
  pagesOf,
  patience,
  plainRepository,
  recordsOf,
  startStandIn,
} from "./connector-harness";

const token = "token-with-all-rights";

/** What the promise rejected with, which must be an UpstreamError. */
async function failureOf(work: Promise<unknown>): Promise<UpstreamError> {
  const error = await work.then(
    () => new Error("It did not fail."),
    (reason: unknown) => reason,
  );
  if (error instanceof UpstreamError) return error;
  throw new Error("Not an UpstreamError", { cause: error });
}

/** One good page, then: four tries at what may pass, one at what stays, or till a circle shows. */
function asked(fault: Fault, reason: UpstreamReason): number {
  if (fault.kind === "endless_pages") return 7;
  return reason === "unreachable" ? 5 : 2;
}

describe("a lasting fault on the second page", () => {
  const cases: [Fault, UpstreamReason][] = [
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
    [{ kind: "foreign_next" }, "malformed"],
    [{ kind: "redirect" }, "host_not_allowed"],
    [{ kind: "rate_limited" }, "rate_limited"],
    [{ kind: "secondary_limit", seconds: 600 }, "rate_limited"],
    [{ kind: "cursor_expired" }, "cursor_expired"],
    [{ kind: "unauthorized" }, "unauthorized"],
    [{ kind: "not_found" }, "not_found"],
    [{ kind: "gone" }, "gone"],
  ];

  it.each(cases)(
    "%o ends the walk as %s, in a sentence without the token",
    async (fault, reason) => {
      const standIn = await startStandIn();
      standIn.setFault({ ...fault, on: "issues", skip: 1 });
      const { connector } = connect(standIn, { token, ...patience(fault) });
      const failure = await failureOf(pagesOf(connector));
      expect(failure.reason).toBe(reason);
      expect(failure.message).toMatch(/^[A-Z0-9].*\.$/);
      expect(failure.message).not.toContain(token);
      expect(standIn.requests).toHaveLength(asked(fault, reason));
    },
  );
});

describe("a passing fault", () => {
  const passing: Fault[] = [
    { kind: "server_error", status: 500, times: 2 },
    { kind: "server_error", status: 503, times: 1 },
    { kind: "reset", times: 2 },
    { kind: "reset_mid_body", times: 1 },
    { kind: "slow", times: 1 },
  ];

  it.each(passing)("%o is retried, and nothing is missing or twice", async (fault) => {
    const standIn = await startStandIn();
    standIn.setFault({ ...fault, on: "issues", skip: 1 });
    const { connector } = connect(standIn, patience(fault));
    const numbers = numbersOf(await recordsOf(connector));
    expect(numbers).toEqual(Array.from({ length: 250 }, (_, index) => index + 1));
  });
});

describe("the rate limit", () => {
  const now = () => new Date("2026-01-01T12:00:00Z");

  it("is waited for where it ends soon, exactly as long as the tracker says", async () => {
    const standIn = await startStandIn({ now });
    standIn.setFault({ kind: "secondary_limit", seconds: 20, skip: 1, times: 1 });
    standIn.setFault({ kind: "rate_limited", seconds: 30, skip: 2, times: 1 });
    const { connector, sleeps } = connect(standIn, { now });
    expect(await recordsOf(connector)).toHaveLength(250);
    expect(sleeps).toEqual([21_000, 31_000]);
  });

  it("without a time to wait for ends after a minute, as GitHub advises", async () => {
    const standIn = await startStandIn({ now });
    standIn.setFault({ kind: "secondary_limit", isSilent: true, skip: 1, times: 1 });
    const { connector, sleeps } = connect(standIn, { now });
    expect(await recordsOf(connector)).toHaveLength(250);
    expect(sleeps).toEqual([61_000]);
  });

  it("is handed on with its end where that is far off", async () => {
    const standIn = await startStandIn({ now });
    standIn.setFault({ kind: "rate_limited", seconds: 1800, skip: 1 });
    const { connector, sleeps } = connect(standIn, { now });
    const failure = await failureOf(pagesOf(connector));
    expect(failure.retryAt).toEqual(new Date("2026-01-01T12:30:00Z"));
    expect(failure.message).toContain("2026-01-01 12:30 UTC");
    expect(sleeps).toEqual([]);
  });

  it("never holds a run for longer than the bound, however often it strikes", async () => {
    const standIn = await startStandIn({ now });
    standIn.setFault({ kind: "secondary_limit", seconds: 0 });
    const { connector, sleeps } = connect(standIn, { now, maxRateLimitWaitMs: 5000 });
    expect((await failureOf(pagesOf(connector))).reason).toBe("rate_limited");
    expect(sleeps).toHaveLength(5);
  });

  it("ends a check at once", async () => {
    const standIn = await startStandIn({ now });
    standIn.setFault({ kind: "secondary_limit", seconds: 1 });
    const { connector, sleeps } = connect(standIn, { now });
    expect((await failureOf(connector.check(never))).reason).toBe("rate_limited");
    expect(sleeps).toEqual([]);
    expect(standIn.requests).toHaveLength(1);
  });

  it("is met when the tracker's own count runs out", async () => {
    const standIn = await startStandIn({ rateLimit: 2, now });
    const failure = await failureOf(pagesOf(connect(standIn, { now }).connector));
    expect(failure.retryAt).toEqual(new Date("2026-01-01T13:00:00Z"));
  });
});

describe("a check says what to do about", () => {
  const cases: [string, Parameters<typeof connect>[1], UpstreamReason, RegExp][] = [
    [
      "a name that is not there",
      { repository: { owner: "acme", name: "nothing" } },
      "not_found",
      /no public repository acme\/nothing.*needs a token/,
    ],
    [
      "a private one without a token",
      { repository: { owner: "acme", name: "vault" } },
      "not_found",
      /needs a token/,
    ],
    [
      "one the token cannot see",
      { repository: { owner: "acme", name: "vault" }, token: "token-without-rights" },
      "not_found",
      /this token can see/,
    ],
    ["a wrong token", { token: "wrong" }, "unauthorized", /does not accept this token/],
    [
      "a token without rights",
      { token: "token-without-rights" },
      "forbidden",
      /read access to issues/,
    ],
  ];

  it.each(cases)("%s", async (_what, options, reason, message) => {
    const hidden = { ...plainRepository(1), name: "vault", isPrivate: true };
    const standIn = await startStandIn({ repositories: [plainRepository(3), hidden] });
    const failure = await failureOf(connect(standIn, options).connector.check(never));
    expect(failure.reason).toBe(reason);
    expect(failure.message).toMatch(message);
  });

  it("a server in trouble, asking once", async () => {
    const standIn = await startStandIn();
    standIn.setFault({ kind: "server_error" });
    const failure = await failureOf(connect(standIn).connector.check(never));
    expect(failure.message).toContain("has trouble (it answered 502)");
    expect(standIn.requests).toHaveLength(1);
  });

  it("a host that is down, naming it", async () => {
    const standIn = await startStandIn();
    const { url, host } = standIn;
    await standIn.close();
    const failure = await failureOf(connect({ url, host }).connector.check(never));
    expect(failure.reason).toBe("unreachable");
    expect(failure.message).toContain(host);
  });

  it("a host that is not allowed, asking nothing", async () => {
    const standIn = await startStandIn();
    const { connector } = connect({ url: standIn.url, host: "other.example" });
    const failure = await failureOf(connector.check(never));
    expect(failure.reason).toBe("host_not_allowed");
    expect(failure.message).toContain("ALLOWED_UPSTREAM_HOSTS");
    expect(standIn.requests).toEqual([]);
  });
});

describe("a hostile tracker", () => {
  it("never receives the token at another address: next links and redirects end the walk", async () => {
    const other = await startStandIn();
    for (const kind of ["foreign_next", "redirect"] as const) {
      const standIn = await startStandIn();
      const location = `${other.url}/repos/acme/shop/issues`;
      standIn.setFault({ kind, location, on: "issues" });
      await failureOf(pagesOf(connect(standIn, { token }).connector));
    }
    expect(other.requests).toEqual([]);
  });

  it.each([
    "https://other-host.invalid/repos/acme/shop/issues?page=2",
    "http://127.0.0.1/repos/acme/shop/issues",
    "not a url",
    "",
  ])("gets nothing from a checkpoint that is not ours: %s", async (checkpoint) => {
    const standIn = await startStandIn();
    const failure = await failureOf(pagesOf(connect(standIn).connector, { checkpoint }));
    expect(failure.reason).toBe("cursor_expired");
    expect(standIn.requests).toEqual([]);
  });
});
