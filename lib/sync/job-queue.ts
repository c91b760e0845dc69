import PgBoss from "pg-boss";
import type { ExecuteSql } from "@/db/execute-sql";
import { AppError } from "@/lib/errors";
import type { SyncLog } from "./sync-log";

/** A job says that a run waits; the run's own row says whether it may begin. */
export type JobQueue = {
  /** Makes the queue's tables where they are not there. Errors: `unavailable`. */
  open(): Promise<void>;
  /** Sends the job of a run, in place of one that was sent before. */
  send(run: QueuedRun, how: { after: Date | null; urgent: boolean }): Promise<void>;
  /** Jobs that are due, handed to no other process. */
  take(limit: number): Promise<QueuedRun[]>;
  /** Forgets the job of a run that has ended. */
  done(runId: string): Promise<void>;
  close(): Promise<void>;
};

export type QueuedRun = { workspaceId: string; id: string };

const queue = "sync";
/** Longer than most runs; what still runs then is protected by its lease, not by its job. */
const expireInSeconds = 3600;

/**
 * pg-boss on either engine. A job bears its run's id, so sending it twice makes one. The queue's
 * own policies are not used: a job blocked by its source would block all behind it.
 */
export function createJobQueue(executeSql: ExecuteSql, log: SyncLog): JobQueue {
  const boss = new PgBoss({
    db: { executeSql },
    schedule: false,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 1,
  });
  boss.on("error", (error) => log.error({ err: error }, "the job queue has trouble"));
  let opening: Promise<void> | null = null;
  const open = () => {
    opening ??= openBoss(boss).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return {
    open,
    send: async ({ workspaceId, id }, { after, urgent }) => {
      await open();
      await boss.deleteJob(queue, id);
      // Handed out is what began before the present instant: one of this very millisecond would not be.
      const startAfter = after ?? "-1 second";
      await boss.send(queue, { workspaceId }, { id, priority: urgent ? 1 : 0, startAfter });
    },
    take: async (batchSize) => {
      await open();
      const jobs = await boss.fetch<{ workspaceId: string }>(queue, { batchSize });
      return jobs.map(({ id, data }) => ({ id, workspaceId: data.workspaceId }));
    },
    done: async (runId) => {
      await boss.deleteJob(queue, runId);
    },
    close: async () => {
      if (opening !== null) await boss.stop({ graceful: false });
    },
  };
}

async function openBoss(boss: PgBoss): Promise<void> {
  try {
    await boss.start();
    await boss.createQueue(queue, {
      name: queue,
      policy: "standard",
      // Whether to try again is the run's affair: it knows why the last try ended.
      retryLimit: 0,
      expireInSeconds,
    });
  } catch (cause) {
    throw new AppError(
      "unavailable",
      "The job queue's tables cannot be made: the database's user needs the right to create a schema.",
      { cause },
    );
  }
}
