import { createHash } from "node:crypto";
import { UpstreamError } from "@/lib/errors";

type Fetch = typeof globalThis.fetch;
type Window = { limit: number; remaining: number; endsAt: Date };

export type RateBudgetOptions = {
  /** Percent of a limit that may be used, 1..100. */
  sharePercent: number;
  now: () => Date;
};

/**
 * Wraps `fetch` so that it stops before more than its share of a tracker's rate limit is used: the
 * rest is left to the people and programs that share the account. What has been used by whom is
 * the tracker's own count, told in each answer, so several processes keep to one share together.
 * Past it, requests reject with `rate_limited` until the limit's window ends, without being sent.
 */
export function createRateBudget({
  sharePercent,
  now,
}: RateBudgetOptions): (fetch: Fetch) => Fetch {
  const windows = new Map<string, Window>();
  return (fetch) => async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const key = `${url.origin} ${resourceOf(url)} ${accountOf(init?.headers)}`;
    const window = windows.get(key);
    if (window && window.endsAt > now() && isUsedUp(window, sharePercent)) {
      throw usedUp(url.host, window, sharePercent);
    }
    const response = await fetch(input, init);
    const told = readWindow(response.headers, now());
    if (told) windows.set(key, told);
    return response;
  };
}

function isUsedUp({ limit, remaining }: Window, sharePercent: number): boolean {
  return remaining <= (limit * (100 - sharePercent)) / 100;
}

/** GitHub counts its two kinds of API apart. */
function resourceOf({ pathname }: URL): string {
  return pathname.endsWith("/graphql") ? "graphql" : "rest";
}

/** The account by a digest: the token itself is not kept. */
function accountOf(headers: HeadersInit | undefined): string {
  const authorization = new Headers(headers).get("authorization");
  if (authorization === null) return "anonymous";
  return createHash("sha256").update(authorization).digest("base64url");
}

/**
 * What an answer tells of its limit; null where it tells nothing that can be counted on. GitHub
 * gives the window's end in seconds since 1970, Jira as an ISO text, Data Center its length.
 */
function readWindow(headers: Headers, now: Date): Window | null {
  const limit = numberOf(headers.get("x-ratelimit-limit"));
  const remaining = numberOf(headers.get("x-ratelimit-remaining"));
  const endsAt = endOf(headers, now);
  if (limit === null || limit <= 0 || remaining === null || endsAt === null) return null;
  return { limit, remaining, endsAt };
}

function endOf(headers: Headers, now: Date): Date | null {
  const reset = headers.get("x-ratelimit-reset");
  const interval = numberOf(headers.get("x-ratelimit-interval-seconds"));
  if (reset === null) {
    return interval === null ? null : new Date(now.getTime() + interval * 1000);
  }
  const seconds = numberOf(reset);
  const end = new Date(seconds === null ? reset : seconds * 1000);
  return Number.isNaN(end.getTime()) ? null : end;
}

function numberOf(text: string | null): number | null {
  if (text === null || text.trim() === "") return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

function usedUp(host: string, { endsAt }: Window, sharePercent: number): UpstreamError {
  const until = `${endsAt.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  const tracker = host === "api.github.com" ? "GitHub" : host;
  return new UpstreamError(
    "rate_limited",
    `${sharePercent}% of ${tracker}'s rate limit are used, and the rest is left to others until ${until}. ` +
      "A token with a larger limit goes faster; RATE_LIMIT_SHARE_PERCENT sets the share.",
    { retryAt: endsAt },
  );
}
