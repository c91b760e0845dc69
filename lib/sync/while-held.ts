import type { Db } from "@/db/client";
import { renewLease } from "@/db/queries/leases";
import { leaseMs } from "./keep-lease";
import { LostRunError, type SyncJob } from "./sync-job";

/**
 * Writes for a run only where it is still this process's: one that stood still for longer than its
 * lease must not undo what its successor has done since. Errors: `LostRunError`.
 */
export async function whileHeld(
  { db, run }: Pick<SyncJob, "db" | "run">,
  write: (tx: Db) => Promise<void>,
): Promise<void> {
  await db.transaction(async (tx) => {
    // First, so that the run's row stays locked until what is written can be read.
    if (!(await renewLease(tx, { ...run, leaseMs }))) throw new LostRunError();
    await write(tx);
  });
}
