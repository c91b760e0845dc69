import type { Db } from "@/db/client";
import { failAbandonedRuns, finishRun, insertRun, renewLease } from "@/db/queries/runs";
import { findSource, listDueSources, recordFailure } from "@/db/queries/sources";
import type { RunRow, SourceRow } from "@/db/schema";
import type { Connector } from "@/lib/connectors/connector";
import type { SyncMode } from "@/lib/domain/source";
import { AppError } from "@/lib/errors";
import { describeFailure } from "./describe-failure";
import { nextRunAfterFailure } from "./next-run";
import { runSync } from "./run-sync";
import { LostRunError } from "./sync-job";

const leaseMs = 30_000;
const tickMs = 5_000;
const mostAtOnce = 3;

export type SyncLog = {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

export type SyncRunnerOptions = {
  db: Db;
  connect: (source: SourceRow) => Connector;
  now: () => Date;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  log: SyncLog;
  intervalMinutes: number;
  /** Whether other processes may share the database, so that only a lease tells who is alive. */
  shared: boolean;
};

/** Starts, watches and stops the runs of this process. */
export class SyncRunner {
  private readonly owner = crypto.randomUUID();
  private readonly stopping = new AbortController();
  private readonly active = new Map<string, Promise<void>>();
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly options: SyncRunnerOptions) {}

  /** Looks every few seconds for interrupted runs and due sources, until stopped. */
  begin(): void {
    this.loop = this.watch();
  }

  /**
   * Starts a run that goes on by itself, and returns it as it begins.
   * Errors: `not_found`; `conflict` where one of this source is running.
   */
  async start(key: { workspaceId: string; sourceId: string; mode: SyncMode }): Promise<RunRow> {
    const source = await findSource(this.options.db, key);
    if (!source) throw new AppError("not_found", "There is no such source.");
    const run = await this.claim(source, key.mode);
    if (!run) throw new AppError("conflict", "This source is being synced already.");
    return run;
  }

  /** One look: ends abandoned runs, starts what is due. */
  async tick(): Promise<void> {
    const { db, now, shared } = this.options;
    await failAbandonedRuns(db, { now: now(), exceptOwner: shared ? null : this.owner });
    const free = mostAtOnce - this.active.size;
    if (free <= 0) return;
    const due = await listDueSources(db, { now: now(), limit: free + this.active.size });
    for (const source of due.slice(0, free)) await this.claim(source, "incremental");
  }

  /** Ends the runs at their next page; the next start goes on there. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.allSettled([this.loop, ...this.active.values()]);
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.tick();
        await this.options.sleep(tickMs, signal);
      } catch (error) {
        if (signal.aborted) return;
        this.options.log.error({ err: error }, "looking for due sources failed");
        await this.options.sleep(tickMs, signal).catch(() => undefined);
      }
    }
  }

  private async claim(source: SourceRow, mode: SyncMode): Promise<RunRow | null> {
    const { db, now } = this.options;
    if (this.stopping.signal.aborted) return null;
    const run = await insertRun(db, {
      workspaceId: source.workspaceId,
      id: crypto.randomUUID(),
      sourceId: source.id,
      mode,
      startedAt: now(),
      leaseOwner: this.owner,
      leaseUntil: new Date(now().getTime() + leaseMs),
    });
    if (!run) return null;
    const work = this.work(source, run).finally(() => this.active.delete(run.id));
    this.active.set(run.id, work);
    return run;
  }

  private async work(source: SourceRow, run: RunRow): Promise<void> {
    const { db, connect, now, intervalMinutes, log } = this.options;
    const done = new AbortController();
    const lost = new AbortController();
    const heartbeat = this.keepLease(run, done.signal, lost);
    const about = { runId: run.id, sourceId: source.id, mode: run.mode };
    log.info(about, "sync started");
    try {
      await runSync({
        db,
        run,
        source,
        connector: connect(source),
        now,
        signal: AbortSignal.any([this.stopping.signal, lost.signal]),
        nextRunAt: (at) =>
          source.kind === "sample" ? null : new Date(at.getTime() + intervalMinutes * 60_000),
      });
      log.info(about, "sync succeeded");
    } catch (error) {
      await this.fail(source, run, error);
    } finally {
      done.abort();
      await heartbeat;
    }
  }

  private async fail(source: SourceRow, run: RunRow, error: unknown): Promise<void> {
    const { db, now, intervalMinutes, log } = this.options;
    const about = { runId: run.id, sourceId: source.id, err: error };
    if (error instanceof LostRunError) return log.info(about, "sync was taken over");
    const stopped = this.stopping.signal.aborted;
    try {
      await db.transaction(async (tx) => {
        const text = stopped ? "Stopped; it goes on where it was." : describeFailure(error);
        const end = { state: "failed" as const, finishedAt: now(), error: text };
        if (!(await finishRun(tx, run, end))) return;
        const { failuresInARow } = source;
        const later = nextRunAfterFailure({ error, failuresInARow, now: now(), intervalMinutes });
        const key = { workspaceId: source.workspaceId, sourceId: source.id };
        await recordFailure(tx, { ...key, nextRunAt: stopped ? now() : later });
      });
      log.error(about, stopped ? "sync stopped" : "sync failed");
    } catch (cause) {
      // The lease runs out by itself, and whoever finds it expired ends the run.
      log.error({ ...about, cause }, "a failed sync could not be recorded");
    }
  }

  private async keepLease(run: RunRow, done: AbortSignal, lost: AbortController): Promise<void> {
    const { db, now, sleep, log } = this.options;
    while (!done.aborted) {
      await sleep(leaseMs / 3, done).catch(() => undefined);
      if (done.aborted) return;
      const leaseUntil = new Date(now().getTime() + leaseMs);
      try {
        if (await renewLease(db, { ...run, leaseUntil })) continue;
        lost.abort(new LostRunError());
        return;
      } catch (error) {
        log.error({ runId: run.id, err: error }, "a lease could not be renewed");
      }
    }
  }
}
