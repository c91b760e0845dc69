import { UpstreamError } from "@/lib/errors";

const minuteMs = 60_000;

/**
 * When to look at a source again after a failure: at the end of a rate limit; soon, then ever
 * later, after what may pass by itself; at the usual interval after what a person must mend.
 */
export function nextRunAfterFailure(input: {
  error: unknown;
  failuresInARow: number;
  now: Date;
  intervalMinutes: number;
}): Date {
  const { error, failuresInARow, now, intervalMinutes } = input;
  if (error instanceof UpstreamError) {
    if (error.retryAt && error.retryAt > now) return error.retryAt;
    if (needsAPerson(error)) return new Date(now.getTime() + intervalMinutes * minuteMs);
  }
  const minutes = Math.min(2 ** failuresInARow, Math.max(intervalMinutes, 1));
  return new Date(now.getTime() + minutes * minuteMs);
}

function needsAPerson({ reason }: UpstreamError): boolean {
  switch (reason) {
    case "not_found":
    case "unauthorized":
    case "forbidden":
    case "host_not_allowed":
    case "gone":
      return true;
    case "rate_limited":
    case "unreachable":
    case "malformed":
    case "cursor_expired":
      return false;
  }
}
