import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../client";
import { sourceWalks, type WalkRow } from "../schema";

type SourceKey = { workspaceId: string; sourceId: string };

const ofSource = ({ workspaceId, sourceId }: SourceKey) =>
  and(eq(sourceWalks.workspaceId, workspaceId), eq(sourceWalks.sourceId, sourceId));

/** The unfinished walk over a source, or null. */
export async function findWalk(db: Db, key: SourceKey): Promise<WalkRow | null> {
  const [row] = await db.select().from(sourceWalks).where(ofSource(key));
  return row ?? null;
}

/** The unfinished walks over some sources, by source. */
export async function listWalks(
  db: Db,
  { workspaceId, sourceIds }: { workspaceId: string; sourceIds: string[] },
): Promise<Map<string, WalkRow>> {
  const rows = await db
    .select()
    .from(sourceWalks)
    .where(and(eq(sourceWalks.workspaceId, workspaceId), inArray(sourceWalks.sourceId, sourceIds)));
  return new Map(rows.map((row) => [row.sourceId, row]));
}

/** Begins a walk, in place of an unfinished one where there is one. */
export async function replaceWalk(db: Db, walk: WalkRow): Promise<void> {
  await db
    .insert(sourceWalks)
    .values(walk)
    .onConflictDoUpdate({ target: [sourceWalks.workspaceId, sourceWalks.sourceId], set: walk });
}

export async function setWalkTotal(db: Db, key: SourceKey, total: number): Promise<void> {
  await db.update(sourceWalks).set({ total }).where(ofSource(key));
}

/**
 * Goes on after a stored page; after the last one (`checkpoint` null) the walk is marked walked.
 * Call it in the transaction that stores the page.
 */
export async function advanceWalk(
  db: Db,
  key: SourceKey,
  { checkpoint, fetched, at }: { checkpoint: string | null; fetched: number; at: Date },
): Promise<void> {
  await db
    .update(sourceWalks)
    .set({
      checkpoint,
      fetched: sql`${sourceWalks.fetched} + ${fetched}`,
      walkedAt: checkpoint === null ? at : null,
    })
    .where(ofSource(key));
}

export async function deleteWalk(db: Db, key: SourceKey): Promise<void> {
  await db.delete(sourceWalks).where(ofSource(key));
}
