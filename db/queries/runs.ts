import { and, desc, eq, lt, ne, sql } from "drizzle-orm";
import type { SyncMode } from "@/lib/domain/source";
import { type Db, queryRows } from "../client";
import { type RunRow, sources, syncRuns } from "../schema";

type RunKey = { workspaceId: string; id: string };
type Lease = { leaseOwner: string; leaseUntil: Date };

/** Starts a run; null where one of the same source is running (the unique index decides). */
export async function insertRun(
  db: Db,
  row: RunKey & Lease & { sourceId: string; mode: SyncMode; startedAt: Date },
): Promise<RunRow | null> {
  const [run] = await db
    .insert(syncRuns)
    .values({ ...row, state: "running" })
    .onConflictDoNothing()
    .returning();
  return run ?? null;
}

const held = (run: RunKey & Pick<Lease, "leaseOwner">) =>
  and(
    eq(syncRuns.workspaceId, run.workspaceId),
    eq(syncRuns.id, run.id),
    eq(syncRuns.state, "running"),
    eq(syncRuns.leaseOwner, run.leaseOwner),
  );

/** Says that the process still works on it; false where the run is no longer this process's. */
export async function renewLease(db: Db, run: RunKey & Lease): Promise<boolean> {
  const renewed = await db
    .update(syncRuns)
    .set({ leaseUntil: run.leaseUntil })
    .where(held(run))
    .returning({ id: syncRuns.id });
  return renewed.length > 0;
}

export type RunGain = { fetched: number; changed: number; removed: number; refused: number };

/** Adds what a page gave; false where the run is no longer this process's: then store nothing. */
export async function addToRun(
  db: Db,
  run: RunKey & Pick<Lease, "leaseOwner">,
  gain: RunGain,
): Promise<boolean> {
  const updated = await db
    .update(syncRuns)
    .set({
      fetched: sql`${syncRuns.fetched} + ${gain.fetched}`,
      changed: sql`${syncRuns.changed} + ${gain.changed}`,
      removed: sql`${syncRuns.removed} + ${gain.removed}`,
      refused: sql`${syncRuns.refused} + ${gain.refused}`,
    })
    .where(held(run))
    .returning({ id: syncRuns.id });
  return updated.length > 0;
}

/** Ends a run of this process; false where it is no longer this process's. */
export async function finishRun(
  db: Db,
  run: RunKey & Pick<Lease, "leaseOwner">,
  end: { state: "succeeded" | "failed"; finishedAt: Date; error: string | null },
): Promise<boolean> {
  const ended = await db.update(syncRuns).set(end).where(held(run)).returning({ id: syncRuns.id });
  return ended.length > 0;
}

/**
 * Ends runs whose process is gone and makes their sources due at once. With `exceptOwner` every
 * other process is known to be gone (the embedded database has one); else an expired lease tells.
 */
export async function failAbandonedRuns(
  db: Db,
  { now, exceptOwner }: { now: Date; exceptOwner: string | null },
): Promise<RunRow[]> {
  return db.transaction(async (tx) => {
    const abandoned = await tx
      .update(syncRuns)
      .set({ state: "failed", finishedAt: now, error: "Interrupted; it goes on where it stopped." })
      .where(
        and(
          eq(syncRuns.state, "running"),
          exceptOwner === null
            ? lt(syncRuns.leaseUntil, now)
            : ne(syncRuns.leaseOwner, exceptOwner),
        ),
      )
      .returning();
    for (const { workspaceId, sourceId } of abandoned) {
      await tx
        .update(sources)
        .set({ nextRunAt: now })
        .where(and(eq(sources.workspaceId, workspaceId), eq(sources.id, sourceId)));
    }
    return abandoned;
  });
}

/** The newest run of each source of a product. */
export async function latestRuns(
  db: Db,
  { workspaceId, sourceIds }: { workspaceId: string; sourceIds: string[] },
): Promise<Map<string, RunRow>> {
  const rows = await Promise.all(
    sourceIds.map((sourceId) =>
      db
        .select()
        .from(syncRuns)
        .where(and(eq(syncRuns.workspaceId, workspaceId), eq(syncRuns.sourceId, sourceId)))
        .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
        .limit(1),
    ),
  );
  return new Map(rows.flat().map((run) => [run.sourceId, run]));
}

/** When the copy of a product was last complete: the oldest last success; null before all had one. */
export async function lastCompleteAt(
  db: Db,
  { workspaceId, productId }: { workspaceId: string; productId: string },
): Promise<Date | null> {
  const [row] = await queryRows<{ at: string | null }>(
    db,
    sql`select case when bool_and(last_success_at is not null) then min(last_success_at) end as at
        from sources where workspace_id = ${workspaceId} and product_id = ${productId}`,
  );
  return row?.at ? new Date(row.at) : null;
}
