import { renewLease } from "@/db/queries/leases";
import type { ClaimedRun } from "@/db/queries/runs";
import type { RunWorld } from "./run-world";
import { LostRunError } from "./sync-job";

/** A process that is not heard of for so long is gone, and its runs go on elsewhere. */
export const leaseMs = 30_000;

/** Renews a run's lease until `done`; aborts `lost` where another process has taken the run. */
export async function keepLease(
  { db, sleep, log }: Pick<RunWorld, "db" | "sleep" | "log">,
  run: ClaimedRun,
  { done, lost }: { done: AbortSignal; lost: AbortController },
): Promise<void> {
  while (!done.aborted) {
    await sleep(leaseMs / 3, done).catch(() => undefined);
    if (done.aborted) return;
    try {
      if (await renewLease(db, { ...run, leaseMs })) continue;
      lost.abort(new LostRunError());
      return;
    } catch (error) {
      log.error({ runId: run.id, err: error }, "a lease could not be renewed");
    }
  }
}
