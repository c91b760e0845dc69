import { executeSqlOf } from "@/db/execute-sql";
import { claimRun, endPause } from "@/db/queries/leases";
import type { ClaimedRun } from "@/db/queries/runs";
import { findSource } from "@/db/queries/sources";
import type { RunRow } from "@/db/schema";
import type { SyncMode } from "@/lib/domain/source";
import { AppError } from "@/lib/errors";
import { createJobQueue, type JobQueue, type QueuedRun } from "./job-queue";
import { leaseMs } from "./keep-lease";
import type { RunWorld } from "./run-world";
import { askForRun, queueDueSources, recoverRuns, type Schedule } from "./schedule";
import { type SendJob, workRun } from "./work-run";

const tickMs = 5_000;
const mostAtOnce = 3;

export type SyncRunnerOptions = RunWorld & Omit<Schedule, "owner">;

/** Asks for runs, and works on those that wait: the same in every process. */
export class SyncRunner {
  private readonly owner = crypto.randomUUID();
  private readonly stopping = new AbortController();
  private readonly active = new Map<string, Promise<void>>();
  private readonly queue: JobQueue;
  private wake: () => void = () => undefined;
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly options: SyncRunnerOptions) {
    this.queue = createJobQueue(executeSqlOf(options.db), options.log);
  }

  get intervalMinutes(): number {
    return this.options.intervalMinutes;
  }

  /** Makes the job queue ready. Errors: `unavailable`. */
  open(): Promise<void> {
    return this.queue.open();
  }

  /** Looks every few seconds, and when woken, for what is to be done, until stopped. */
  begin(): void {
    this.loop = this.watch();
  }

  /**
   * Asks for a run, which begins as soon as a process is free, and returns it as it waits.
   * Errors: `not_found`; `conflict` where one of this source is waiting or under way.
   */
  async start(key: { workspaceId: string; sourceId: string; mode: SyncMode }): Promise<RunRow> {
    const { db, now } = this.options;
    const source = await findSource(db, key);
    if (!source) throw new AppError("not_found", "There is no such source.");
    const run = await askForRun(db, source, { mode: key.mode, at: now() });
    if (!run) throw new AppError("conflict", "This source is being synced already.");
    await this.announce(run, true);
    return run;
  }

  /** Lets a run that waits for a rate limit to end go on at once. */
  async resume(key: { workspaceId: string; sourceId: string }): Promise<void> {
    const run = await endPause(this.options.db, key);
    if (run) await this.announce(run, true);
  }

  /** One look: recovers interrupted runs, asks for due ones, begins as many as there is room for. */
  async tick(): Promise<void> {
    const schedule = { ...this.options, owner: this.owner };
    for (const run of await recoverRuns(schedule)) await this.announce(run, false);
    for (const run of await queueDueSources(schedule)) await this.announce(run, false);
    const room = mostAtOnce - this.active.size;
    if (room <= 0 || this.stopping.signal.aborted) return;
    for (const job of await this.queue.take(room)) await this.claim(job);
  }

  /** Resolves when this process works on no run any more. */
  async idle(): Promise<void> {
    while (this.active.size > 0) await Promise.all(this.active.values());
  }

  /** Hands the runs back at their next page; whoever takes them goes on there. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await Promise.allSettled([this.loop, ...this.active.values()]);
    await this.queue.close();
  }

  private async watch(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      try {
        await this.tick();
      } catch (error) {
        if (signal.aborted) return;
        this.options.log.error({ err: error }, "looking for syncs to do failed");
      }
      await this.rest(woken);
    }
  }

  private async rest(woken: Promise<void>): Promise<void> {
    const enough = new AbortController();
    const signal = AbortSignal.any([enough.signal, this.stopping.signal]);
    const asleep = this.options.sleep(tickMs, signal).catch(() => undefined);
    await Promise.race([asleep, woken]);
    enough.abort();
  }

  /** Sends a run's job. One that cannot be sent now is found forgotten and sent later. */
  private async announce(run: RunRow, urgent: boolean): Promise<void> {
    try {
      await this.queue.send(run, { after: run.pausedUntil, urgent });
    } catch (error) {
      this.options.log.error({ runId: run.id, err: error }, "a job could not be sent");
    }
    this.wake();
  }

  private async claim(job: QueuedRun): Promise<void> {
    const { db, now } = this.options;
    const { workspaceId, id } = job;
    const run = await claimRun(db, { workspaceId, id, owner: this.owner, leaseMs, at: now() });
    if (!run) return this.queue.done(id);
    const work = this.work(run).finally(() => {
      this.active.delete(run.id);
      this.wake();
    });
    this.active.set(run.id, work);
  }

  private async work(run: RunRow & ClaimedRun): Promise<void> {
    const sendJob: SendJob = (of, after) => this.queue.send(of, { after, urgent: false });
    const end = await workRun({ ...this.options, sendJob }, run, this.stopping.signal);
    try {
      if (end === "ended") await this.queue.done(run.id);
    } catch (error) {
      this.options.log.error({ runId: run.id, err: error }, "a job could not be put away");
    }
  }
}
