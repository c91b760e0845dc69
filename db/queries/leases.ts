import { and, eq, sql } from "drizzle-orm";
import type { Db } from "../client";
import { type RunRow, syncRuns } from "../schema";
import { type ClaimedRun, noLease } from "./runs";

/** Leases are told by the database's clock alone: processes may disagree about the time. */
const inMs = (ms: number) => sql`now() + ${ms}::int * interval '1 millisecond'`;

/**
 * Takes a queued run that is not paused for a process; null where another has it, or it is over.
 * A claim counts as fruitless until it stores something.
 */
export async function claimRun(
  db: Db,
  input: { workspaceId: string; id: string; owner: string; leaseMs: number; at: Date },
): Promise<(RunRow & ClaimedRun) | null> {
  const [run] = await db
    .update(syncRuns)
    .set({
      state: "running",
      leaseOwner: input.owner,
      leaseUntil: inMs(input.leaseMs),
      pausedUntil: null,
      error: null,
      claimedAt: input.at,
      fetchedAtClaim: syncRuns.fetched,
      fruitlessClaims: sql`${syncRuns.fruitlessClaims} + 1`,
    })
    .where(
      and(
        eq(syncRuns.workspaceId, input.workspaceId),
        eq(syncRuns.id, input.id),
        eq(syncRuns.state, "queued"),
        sql`coalesce(${syncRuns.pausedUntil} <= now(), true)`,
      ),
    )
    .returning();
  return run ? { ...run, leaseOwner: input.owner } : null;
}

/** Says that the process still works on it; false where the run is no longer this process's. */
export async function renewLease(
  db: Db,
  { workspaceId, id, leaseOwner, leaseMs }: ClaimedRun & { leaseMs: number },
): Promise<boolean> {
  const renewed = await db
    .update(syncRuns)
    .set({ leaseUntil: inMs(leaseMs) })
    .where(
      and(
        eq(syncRuns.workspaceId, workspaceId),
        eq(syncRuns.id, id),
        eq(syncRuns.state, "running"),
        eq(syncRuns.leaseOwner, leaseOwner),
      ),
    )
    .returning({ id: syncRuns.id });
  return renewed.length > 0;
}

/**
 * Puts runs whose process is gone back into the queue. Where no other process can be alive (the
 * embedded database has one) every other owner is gone; else an expired lease tells, and one so
 * far ahead that the clock must have been set back.
 */
export function requeueAbandonedRuns(
  db: Db,
  input: { owner: string; shared: boolean; leaseMs: number; why: string },
): Promise<RunRow[]> {
  const expired = sql`(${syncRuns.leaseUntil} < now() or ${syncRuns.leaseUntil} > ${inMs(2 * input.leaseMs)})`;
  return db
    .update(syncRuns)
    .set({ state: "queued", ...noLease, error: input.why, jobSentAt: sql`now()` })
    .where(
      and(
        eq(syncRuns.state, "running"),
        sql`${syncRuns.leaseOwner} <> ${input.owner}`,
        input.shared ? expired : undefined,
      ),
    )
    .returning();
}

/** Queued runs that nobody took in time, each handed to one caller: their job may be lost. */
export function takeForgottenRuns(
  db: Db,
  { afterMs, limit }: { afterMs: number; limit: number },
): Promise<RunRow[]> {
  return db
    .update(syncRuns)
    .set({ jobSentAt: sql`now()` })
    .where(
      sql`(${syncRuns.workspaceId}, ${syncRuns.id}) in (
        select r.workspace_id, r.id from sync_runs r
        where r.state = 'queued'
          and greatest(r.job_sent_at, r.paused_until) < ${inMs(-afterMs)}
        order by r.job_sent_at limit ${limit} for update skip locked)`,
    )
    .returning();
}

/** Gives up a queued run; false where it is queued no more. */
export async function failQueuedRun(
  db: Db,
  run: { workspaceId: string; id: string },
  end: { finishedAt: Date; error: string },
): Promise<boolean> {
  const failed = await db
    .update(syncRuns)
    .set({ state: "failed", ...end })
    .where(
      and(
        eq(syncRuns.workspaceId, run.workspaceId),
        eq(syncRuns.id, run.id),
        eq(syncRuns.state, "queued"),
      ),
    )
    .returning({ id: syncRuns.id });
  return failed.length > 0;
}

/** Lets a paused run go on at once, as after a new token. Returns it, or null where none waits. */
export async function endPause(
  db: Db,
  { workspaceId, sourceId }: { workspaceId: string; sourceId: string },
): Promise<RunRow | null> {
  const [run] = await db
    .update(syncRuns)
    .set({ pausedUntil: null, jobSentAt: sql`now()` })
    .where(
      and(
        eq(syncRuns.workspaceId, workspaceId),
        eq(syncRuns.sourceId, sourceId),
        eq(syncRuns.state, "queued"),
      ),
    )
    .returning();
  return run ?? null;
}
