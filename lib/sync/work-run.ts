import { type ClaimedRun, finishRun, requeueRun } from "@/db/queries/runs";
import { findSource, recordFailure } from "@/db/queries/sources";
import type { RunRow, SourceRow } from "@/db/schema";
import { sqlStateOf } from "./data-fault";
import { describeFailure } from "./describe-failure";
import { keepLease } from "./keep-lease";
import { nextRunAfterFailure, pauseOf } from "./next-run";
import { runSync } from "./run-sync";
import type { RunWorld } from "./run-world";
import { LostRunError } from "./sync-job";

/** How work on a run came to an end: for good, or with its job in the hands of whoever goes on. */
export type RunEnd = "ended" | "goes on";

/** Sends the job for the rest of a run, due at once or after an instant. */
export type SendJob = (run: Run, after: Date | null) => Promise<void>;

type Run = RunRow & ClaimedRun;
type WorkWorld = RunWorld & { sendJob: SendJob };

/** Works a claimed run to its end, to a pause, or to `stopping`, and records which. Never rejects. */
export async function workRun(world: WorkWorld, run: Run, stopping: AbortSignal): Promise<RunEnd> {
  const { db, log } = world;
  const about = { runId: run.id, sourceId: run.sourceId, mode: run.mode };
  const lost = new AbortController();
  const done = new AbortController();
  const heartbeat = keepLease(world, run, { done: done.signal, lost });
  log.info({ ...about, claim: run.fruitlessClaims }, "sync started");
  try {
    const source = await findSource(db, run);
    if (!source) return "ended";
    await runClaimed(world, { run, source, signal: AbortSignal.any([stopping, lost.signal]) });
    log.info(about, "sync succeeded");
    return "ended";
  } catch (error) {
    return await endEarly(world, { run, error, stopped: stopping.aborted });
  } finally {
    done.abort();
    await heartbeat;
  }
}

async function runClaimed(
  { db, connect, now, intervalMinutes, modelOf }: RunWorld,
  { run, source, signal }: { run: Run; source: SourceRow; signal: AbortSignal },
): Promise<void> {
  const connector = connect(source);
  const nextRunAt = (at: Date) =>
    source.kind === "sample" ? null : new Date(at.getTime() + intervalMinutes * 60_000);
  await runSync({ db, run, source, connector, now, signal, nextRunAt, modelOf });
}

type EarlyEnd = { run: Run; error: unknown; stopped: boolean };

async function endEarly(world: WorkWorld, { run, error, stopped }: EarlyEnd): Promise<RunEnd> {
  const { log } = world;
  const about = { runId: run.id, sourceId: run.sourceId, err: error };
  // A deleted source takes its run with it: rows that point to it can no longer be written.
  if (error instanceof LostRunError || sqlStateOf(error) === "23503") {
    log.info({ runId: run.id }, "sync was taken over, or its source deleted");
    return "goes on";
  }
  try {
    if (stopped) return await handBack(world, run);
    const pausedUntil = pauseOf(error, run, world.now());
    if (pausedUntil === null) return await fail(world, run, error);
    return await pause(world, run, { pausedUntil, why: describeFailure(error) });
  } catch (cause) {
    // The lease runs out by itself, and whoever finds it expired puts the run back.
    log.error({ ...about, cause }, "the end of a sync could not be recorded");
    return "ended";
  }
}

/** The row first: a job that is due is taken at once, and finds the run waiting. */
async function handBack({ db, log, sendJob }: WorkWorld, run: Run): Promise<RunEnd> {
  const why = "Stopped; it goes on where it was.";
  if (!(await requeueRun(db, run, { pausedUntil: null, why }))) return "goes on";
  log.info({ runId: run.id }, "sync handed back");
  await sendJob(run, null);
  return "goes on";
}

/** The job first: once the row says that the run waits, somebody may end its pause with a new one. */
async function pause(
  { db, log, sendJob }: WorkWorld,
  run: Run,
  { pausedUntil, why }: { pausedUntil: Date; why: string },
): Promise<RunEnd> {
  await sendJob(run, pausedUntil);
  if (!(await requeueRun(db, run, { pausedUntil, why }))) return "goes on";
  log.info({ runId: run.id, pausedUntil }, "sync paused");
  return "goes on";
}

async function fail(world: RunWorld, run: Run, error: unknown): Promise<RunEnd> {
  const { db, now, intervalMinutes, log } = world;
  await db.transaction(async (tx) => {
    const end = { state: "failed" as const, finishedAt: now(), error: describeFailure(error) };
    if (!(await finishRun(tx, run, end))) return;
    const source = await findSource(tx, run);
    const failuresInARow = source?.failuresInARow ?? 0;
    const nextRunAt = nextRunAfterFailure({ error, failuresInARow, now: now(), intervalMinutes });
    await recordFailure(tx, { ...run, nextRunAt });
  });
  log.error({ runId: run.id, sourceId: run.sourceId, err: error }, "sync failed");
  return "ended";
}
