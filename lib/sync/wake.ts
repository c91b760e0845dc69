/** One edit in a tracker is often told in several deliveries. */
const settleMs = 2_000;

/** However often a tracker tells of changes, its source is synced no more often than this. */
const mostOftenMs = 30_000;

/** When a source is due that its tracker has just said to have changed. */
export function dueAfterWake(now: Date, lastSuccessAt: Date | null): Date {
  const soonest = now.getTime() + settleMs;
  return new Date(Math.max(soonest, (lastSuccessAt?.getTime() ?? 0) + mostOftenMs));
}
