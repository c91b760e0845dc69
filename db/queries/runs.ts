import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { SyncMode } from "@/lib/domain/source";
import type { Db } from "../client";
import { type RunRow, type SourceRow, sources, syncRuns } from "../schema";

/** Which run, and which claim of it: a run that was taken over is no longer its old owner's. */
export type ClaimedRun = { workspaceId: string; id: string; leaseOwner: string };

/** Asks for a run; null where one of the same source is queued or running (the index decides). */
export async function insertRun(
  db: Db,
  row: { workspaceId: string; id: string; sourceId: string; mode: SyncMode; startedAt: Date },
): Promise<RunRow | null> {
  const [run] = await db
    .insert(syncRuns)
    .values({ ...row, state: "queued" })
    .onConflictDoNothing()
    .returning();
  return run ?? null;
}

const held = (run: ClaimedRun) =>
  and(
    eq(syncRuns.workspaceId, run.workspaceId),
    eq(syncRuns.id, run.id),
    eq(syncRuns.state, "running"),
    eq(syncRuns.leaseOwner, run.leaseOwner),
  );

export type RunGain = { fetched: number; changed: number; removed: number; refused: number };

/**
 * Adds what a page gave, which makes the claim a fruitful one; false where the run is no longer
 * this process's: then store nothing.
 */
export async function addToRun(db: Db, run: ClaimedRun, gain: RunGain): Promise<boolean> {
  const updated = await db
    .update(syncRuns)
    .set({
      fetched: sql`${syncRuns.fetched} + ${gain.fetched}`,
      changed: sql`${syncRuns.changed} + ${gain.changed}`,
      removed: sql`${syncRuns.removed} + ${gain.removed}`,
      refused: sql`${syncRuns.refused} + ${gain.refused}`,
      fruitlessClaims: 0,
    })
    .where(held(run))
    .returning({ id: syncRuns.id });
  return updated.length > 0;
}

/** Ends a run of this process; false where it is no longer this process's. */
export async function finishRun(
  db: Db,
  run: ClaimedRun,
  end: { state: "succeeded" | "failed"; finishedAt: Date; error: string | null },
): Promise<boolean> {
  const ended = await db.update(syncRuns).set(end).where(held(run)).returning({ id: syncRuns.id });
  return ended.length > 0;
}

/**
 * Puts a run of this process back into the queue, where it waits until `pausedUntil` if that is
 * given; false where it is no longer this process's. `why` is a sentence for the person.
 */
export async function requeueRun(
  db: Db,
  run: ClaimedRun,
  { pausedUntil, why }: { pausedUntil: Date | null; why: string | null },
): Promise<boolean> {
  const requeued = await db
    .update(syncRuns)
    .set({ state: "queued", ...noLease, pausedUntil, error: why, jobSentAt: sql`now()` })
    .where(held(run))
    .returning({ id: syncRuns.id });
  return requeued.length > 0;
}

export const noLease = { leaseOwner: null, leaseUntil: null } as const;

/** The newest run of a source of the statement around it. */
const newestRun = (db: Db) =>
  db
    .select()
    .from(syncRuns)
    .where(and(eq(syncRuns.workspaceId, sources.workspaceId), eq(syncRuns.sourceId, sources.id)))
    .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
    .limit(1)
    .as("newest_run");

/** The newest run of each source, by its id; none of a source that never had one. */
export async function latestRuns(
  db: Db,
  { workspaceId, sourceIds }: { workspaceId: string; sourceIds: string[] },
): Promise<Map<string, RunRow>> {
  const newest = newestRun(db);
  const rows = await db
    .select(newest._.selectedFields)
    .from(sources)
    .crossJoinLateral(newest)
    .where(and(eq(sources.workspaceId, workspaceId), inArray(sources.id, sourceIds)));
  return new Map(rows.map((run) => [run.sourceId, run]));
}

export type SourceWithRun = {
  source: Pick<SourceRow, "productId" | "kind" | "name" | "lastSuccessAt">;
  run: Pick<RunRow, "state" | "error" | "pausedUntil" | "finishedAt"> | null;
};

/** When sources of products last succeeded, oldest source first, each with its newest run. */
export function listSourcesWithRun(
  db: Db,
  { workspaceId, productIds }: { workspaceId: string; productIds: string[] },
): Promise<SourceWithRun[]> {
  const newest = newestRun(db);
  const { productId, kind, name, lastSuccessAt } = sources;
  const { state, error, pausedUntil, finishedAt } = newest;
  return db
    .select({
      source: { productId, kind, name, lastSuccessAt },
      run: { state, error, pausedUntil, finishedAt },
    })
    .from(sources)
    .leftJoinLateral(newest, sql`true`)
    .where(and(eq(sources.workspaceId, workspaceId), inArray(sources.productId, productIds)))
    .orderBy(asc(sources.createdAt), asc(sources.id));
}
