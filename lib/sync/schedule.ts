import type { Db } from "@/db/client";
import { failQueuedRun, requeueAbandonedRuns, takeForgottenRuns } from "@/db/queries/leases";
import { insertRun } from "@/db/queries/runs";
import { listDueSources, recordFailure } from "@/db/queries/sources";
import type { RunRow, SourceRow } from "@/db/schema";
import type { SyncMode } from "@/lib/domain/source";
import { leaseMs } from "./keep-lease";
import { isFruitless, nextRunAfterFailure } from "./next-run";

const hourMs = 3_600_000;
/** A job that nobody took for so long was lost with the process that sent it. */
const forgottenAfterMs = 60_000;
const mostAtOnce = 20;

export type Schedule = {
  db: Db;
  now: () => Date;
  intervalMinutes: number;
  reconcileHours: number;
  /** Whether other processes may share the database, so that only a lease tells who is alive. */
  shared: boolean;
  owner: string;
};

/** Asks for a run of every source that is due. Returns those that began to wait. */
export async function queueDueSources(schedule: Schedule): Promise<RunRow[]> {
  const { db, now, intervalMinutes } = schedule;
  const at = now();
  const farthestMs = intervalMinutes * 60_000 + 25 * hourMs;
  const horizon = new Date(at.getTime() + farthestMs);
  const due = await listDueSources(db, { now: at, horizon, limit: mostAtOnce });
  const runs: RunRow[] = [];
  for (const source of due) {
    const mode = modeOf(source, { now: at, reconcileHours: schedule.reconcileHours });
    const run = await askForRun(db, source, { mode, at });
    if (run) runs.push(run);
  }
  return runs;
}

/** Asks for a run; null where one of this source is waiting or under way. */
export function askForRun(
  db: Db,
  { workspaceId, id: sourceId }: SourceRow,
  { mode, at }: { mode: SyncMode; at: Date },
): Promise<RunRow | null> {
  return insertRun(db, { workspaceId, id: crypto.randomUUID(), sourceId, mode, startedAt: at });
}

/** A scheduled run reads everything where the last walk over everything is too long ago. */
export function modeOf(
  source: Pick<SourceRow, "watermark" | "reconciledAt">,
  { now, reconcileHours }: { now: Date; reconcileHours: number },
): SyncMode {
  const { watermark, reconciledAt } = source;
  // Before the first success every walk reads everything, and goes on where it stopped.
  if (watermark === null) return "incremental";
  if (reconciledAt === null || reconciledAt > now) return "full";
  return now.getTime() - reconciledAt.getTime() >= reconcileHours * hourMs ? "full" : "incremental";
}

/** Finds runs whose process is gone, or whose job is lost. Returns those that wait for a new job. */
export async function recoverRuns({ db, now, owner, shared }: Schedule): Promise<RunRow[]> {
  const why = "Interrupted; it goes on where it stopped.";
  const abandoned = await requeueAbandonedRuns(db, { owner, shared, leaseMs, why });
  const hopeless = abandoned.filter(isFruitless);
  for (const run of hopeless) await giveUp(db, run, now());
  const forgotten = await takeForgottenRuns(db, { afterMs: forgottenAfterMs, limit: mostAtOnce });
  return [...abandoned.filter((run) => !isFruitless(run)), ...forgotten];
}

async function giveUp(db: Db, run: RunRow, at: Date): Promise<void> {
  const error =
    "It was interrupted again and again before it could store anything, and was given up. The log may say why.";
  await db.transaction(async (tx) => {
    if (!(await failQueuedRun(tx, run, { finishedAt: at, error }))) return;
    const soon = { error: null, failuresInARow: 0, now: at, intervalMinutes: 60 };
    const nextRunAt = nextRunAfterFailure({ ...soon, failuresInARow: run.fruitlessClaims });
    await recordFailure(tx, { ...run, nextRunAt });
  });
}
