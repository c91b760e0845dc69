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

/** How work on a run came to an end: for good, or with a job to send for the rest of it. */
export type RunEnd = { again: false } | { again: true; after: Date | null };

type Run = RunRow & ClaimedRun;

/** Works a claimed run to its end, to a pause, or to `stopping`, and records which. Never rejects. */
export async function workRun(world: RunWorld, run: Run, stopping: AbortSignal): Promise<RunEnd> {
  const { db, log } = world;
  const about = { runId: run.id, sourceId: run.sourceId, mode: run.mode };
  const lost = new AbortController();
  const done = new AbortController();
  const heartbeat = keepLease(world, run, { done: done.signal, lost });
  log.info({ ...about, claim: run.fruitlessClaims }, "sync started");
  try {
    const source = await findSource(db, run);
    if (!source) return ended;
    await runClaimed(world, { run, source, signal: AbortSignal.any([stopping, lost.signal]) });
    log.info(about, "sync succeeded");
    return ended;
  } catch (error) {
    return await endEarly(world, { run, error, stopped: stopping.aborted });
  } finally {
    done.abort();
    await heartbeat;
  }
}

const ended: RunEnd = { again: false };

async function runClaimed(
  { db, connect, now, intervalMinutes }: RunWorld,
  { run, source, signal }: { run: Run; source: SourceRow; signal: AbortSignal },
): Promise<void> {
  const connector = connect(source);
  const nextRunAt = (at: Date) =>
    source.kind === "sample" ? null : new Date(at.getTime() + intervalMinutes * 60_000);
  await runSync({ db, run, source, connector, now, signal, nextRunAt });
}

type EarlyEnd = { run: Run; error: unknown; stopped: boolean };

async function endEarly(world: RunWorld, { run, error, stopped }: EarlyEnd): Promise<RunEnd> {
  const { log } = world;
  const about = { runId: run.id, sourceId: run.sourceId, err: error };
  // A deleted source takes its run with it: rows that point to it can no longer be written.
  if (error instanceof LostRunError || sqlStateOf(error) === "23503") {
    log.info({ runId: run.id }, "sync was taken over, or its source deleted");
    return ended;
  }
  try {
    if (stopped) return await putBack(world, run, null, "Stopped; it goes on where it was.");
    const pausedUntil = pauseOf(error, run, world.now());
    if (pausedUntil === null) return await fail(world, run, error);
    return await putBack(world, run, pausedUntil, describeFailure(error));
  } catch (cause) {
    // The lease runs out by itself, and whoever finds it expired puts the run back.
    log.error({ ...about, cause }, "the end of a sync could not be recorded");
    return ended;
  }
}

async function putBack(
  { db, log }: RunWorld,
  run: Run,
  pausedUntil: Date | null,
  why: string,
): Promise<RunEnd> {
  if (!(await requeueRun(db, run, { pausedUntil, why }))) return ended;
  log.info({ runId: run.id, pausedUntil }, pausedUntil ? "sync paused" : "sync handed back");
  return { again: true, after: pausedUntil };
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
  return ended;
}
