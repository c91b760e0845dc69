import { instantAfter } from "@/lib/connectors/retry-after";

/** What of a refusal tells a rate limit: GitHub uses 403 and 429 for it, and 403 for other things. */
export type Refusal = {
  status: number;
  headers: Record<string, unknown>;
  /** GitHub's own message; only searched, never shown. */
  message: string;
};

/** Secondary limits may come without a time; GitHub's advice is to wait a minute. */
const fallbackMs = 60_000;

/** When a rate limit ends, or null where the refusal is none. Times in the past are possible. */
export function rateLimitEnd({ status, headers, message }: Refusal, now: Date): Date | null {
  if (status !== 403 && status !== 429) return null;
  const retryAfter = headerText(headers, "retry-after");
  if (retryAfter !== null) {
    return instantAfter(retryAfter, now) ?? new Date(now.getTime() + fallbackMs);
  }
  if (headerText(headers, "x-ratelimit-remaining") === "0") {
    const resetSeconds = Number(headerText(headers, "x-ratelimit-reset"));
    return Number.isFinite(resetSeconds) && resetSeconds > 0 && resetSeconds < 1e11
      ? new Date(resetSeconds * 1000)
      : new Date(now.getTime() + fallbackMs);
  }
  const isLimit = status === 429 || /\brate limit|abuse detection/i.test(message);
  return isLimit ? new Date(now.getTime() + fallbackMs) : null;
}

function headerText(headers: Record<string, unknown>, name: string): string | null {
  const value = headers[name];
  return value === undefined || value === null ? null : String(value).trim();
}
