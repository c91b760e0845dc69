import { UpstreamError } from "@/lib/errors";

const minuteMs = 60_000;
const mostFruitlessClaims = 5;

/** Whether a run was begun so often without storing anything that it is given up. */
export function isFruitless(run: { fruitlessClaims: number }): boolean {
  return run.fruitlessClaims >= mostFruitlessClaims;
}

/**
 * Until when a run waits in place of failing: to the end of a rate limit. Null where the failure is
 * another, or the run keeps being limited without ever storing anything.
 */
export function pauseOf(error: unknown, run: { fruitlessClaims: number }, now: Date): Date | null {
  if (!(error instanceof UpstreamError) || error.reason !== "rate_limited") return null;
  if (error.retryAt === undefined || isFruitless(run)) return null;
  // Trackers count in whole seconds: one more, so that the limit has really ended.
  const soonest = now.getTime() + 1000;
  return new Date(Math.max(error.retryAt.getTime() + 1000, soonest));
}

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
