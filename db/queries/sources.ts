import { and, asc, eq, isNotNull, lte, sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";
import { type SourceRow, sources } from "../schema";

type SourceKey = { workspaceId: string; sourceId: string };

/** Stores a new source; false where the same place is connected to the product already. */
export async function insertSource(
  db: Db,
  row: Omit<SourceRow, "watermark" | "lastSuccessAt" | "failuresInARow">,
): Promise<boolean> {
  const inserted = await db
    .insert(sources)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: sources.id });
  return inserted.length > 0;
}

export async function findSource(db: Db, { workspaceId, sourceId }: SourceKey) {
  const [row] = await db
    .select()
    .from(sources)
    .where(and(eq(sources.workspaceId, workspaceId), eq(sources.id, sourceId)));
  return row ?? null;
}

/** A product's sources, oldest first. */
export function listSourcesOfProduct(
  db: Db,
  { workspaceId, productId }: { workspaceId: string; productId: string },
): Promise<SourceRow[]> {
  return db
    .select()
    .from(sources)
    .where(and(eq(sources.workspaceId, workspaceId), eq(sources.productId, productId)))
    .orderBy(asc(sources.createdAt), asc(sources.id));
}

export async function deleteSource(db: Db, { workspaceId, sourceId }: SourceKey): Promise<boolean> {
  const deleted = await db
    .delete(sources)
    .where(and(eq(sources.workspaceId, workspaceId), eq(sources.id, sourceId)))
    .returning({ id: sources.id });
  return deleted.length > 0;
}

/** Sources of every workspace that the scheduler should look at now, longest overdue first. */
export function listDueSources(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<SourceRow[]> {
  return db
    .select()
    .from(sources)
    .where(and(isNotNull(sources.nextRunAt), lte(sources.nextRunAt, now)))
    .orderBy(asc(sources.nextRunAt))
    .limit(limit);
}

/** After a complete walk: where the next begins, and when. */
export async function recordSuccess(
  db: Db,
  input: SourceKey & { watermark: Date; at: Date; nextRunAt: Date | null },
): Promise<void> {
  await db
    .update(sources)
    .set({
      watermark: input.watermark,
      lastSuccessAt: input.at,
      nextRunAt: input.nextRunAt,
      failuresInARow: 0,
    })
    .where(and(eq(sources.workspaceId, input.workspaceId), eq(sources.id, input.sourceId)));
}

/** After a failure: when to try again. Nothing that was stored is touched. */
export async function recordFailure(
  db: Db,
  input: SourceKey & { nextRunAt: Date | null },
): Promise<void> {
  await db
    .update(sources)
    .set({
      nextRunAt: input.nextRunAt,
      failuresInARow: sql`${sources.failuresInARow} + 1`,
    })
    .where(and(eq(sources.workspaceId, input.workspaceId), eq(sources.id, input.sourceId)));
}

/** Work items per source of a product, those gone upstream left out. */
export async function countItemsBySource(
  db: Db,
  { workspaceId, productId }: { workspaceId: string; productId: string },
): Promise<Map<string, number>> {
  const rows = await queryRows<{ sourceId: string; count: number }>(
    db,
    sql`select source_id as "sourceId", count(*)::int as count from work_items
        where workspace_id = ${workspaceId} and product_id = ${productId} and removed_at is null
        group by source_id`,
  );
  return new Map(rows.map(({ sourceId, count }) => [sourceId, count]));
}
