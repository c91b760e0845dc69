import { and, asc, eq, gt, inArray, lte, notExists, or, sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";
import { type SourceRow, sources, syncRuns } from "../schema";

type SourceKey = { workspaceId: string; sourceId: string };

/** What a source begins with; the rest is what its runs find out. */
export type NewSource = Pick<
  SourceRow,
  | "workspaceId"
  | "id"
  | "productId"
  | "kind"
  | "identity"
  | "name"
  | "url"
  | "apiUrl"
  | "count"
  | "settings"
  | "credential"
  | "nextRunAt"
  | "createdAt"
> &
  Partial<Pick<SourceRow, "countSubtasks">>;

/** Stores a new source; false where the same place is connected to the product already. */
export async function insertSource(db: Db, row: NewSource): Promise<boolean> {
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

/** The same, held until the transaction ends: who wants to change it waits. */
export async function lockSource(db: Db, { workspaceId, sourceId }: SourceKey) {
  const [row] = await db
    .select()
    .from(sources)
    .where(and(eq(sources.workspaceId, workspaceId), eq(sources.id, sourceId)))
    .for("no key update");
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

/**
 * Sources of every workspace that are due and have no run under way, longest overdue first. One
 * that waits for a time after `horizon` is due too: a clock that ran ahead had set it.
 */
export function listDueSources(
  db: Db,
  { now, horizon, limit }: { now: Date; horizon: Date; limit: number },
): Promise<SourceRow[]> {
  const live = db
    .select({ id: syncRuns.id })
    .from(syncRuns)
    .where(
      and(
        eq(syncRuns.workspaceId, sources.workspaceId),
        eq(syncRuns.sourceId, sources.id),
        inArray(syncRuns.state, ["queued", "running"]),
      ),
    );
  return db
    .select()
    .from(sources)
    .where(and(or(lte(sources.nextRunAt, now), gt(sources.nextRunAt, horizon)), notExists(live)))
    .orderBy(asc(sources.nextRunAt))
    .limit(limit);
}

/** After a complete walk: where the next begins, and when. */
export async function recordSuccess(
  db: Db,
  input: SourceKey & {
    watermark: Date;
    at: Date;
    nextRunAt: Date | null;
    /** Whether the walk read everything. */
    complete: boolean;
    /** Null keeps what was known. */
    fingerprint: string | null;
  },
): Promise<void> {
  await db
    .update(sources)
    .set({
      watermark: input.watermark,
      lastSuccessAt: input.at,
      nextRunAt: input.nextRunAt,
      failuresInARow: 0,
      ...(input.complete && { reconciledAt: input.at }),
      ...(input.fingerprint !== null && { fingerprint: input.fingerprint }),
    })
    .where(and(eq(sources.workspaceId, input.workspaceId), eq(sources.id, input.sourceId)));
}

export type SourceChange = Partial<
  Pick<
    SourceRow,
    | "count"
    | "countSubtasks"
    | "credential"
    | "settings"
    | "nextRunAt"
    | "reconciledAt"
    | "rereadAfter"
    | "mapping"
  >
>;

/** Changes how a source is read; null where there is no such source. */
export async function updateSource(
  db: Db,
  { workspaceId, sourceId }: SourceKey,
  change: SourceChange,
): Promise<SourceRow | null> {
  const [row] = await db
    .update(sources)
    .set(change)
    .where(and(eq(sources.workspaceId, workspaceId), eq(sources.id, sourceId)))
    .returning();
  return row ?? null;
}

/** How far items were derived again by a mapping; `through` null is all of them. */
export async function recordDerivation(
  db: Db,
  input: SourceKey & { mapping: string; through: string | null },
): Promise<void> {
  const { mapping, through } = input;
  const isDone = through === null;
  await db
    .update(sources)
    .set({
      derivingMapping: isDone ? null : mapping,
      derivedThrough: through,
      ...(isDone && { mapping }),
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
export function countItemsBySource(
  db: Db,
  { workspaceId, productId }: { workspaceId: string; productId: string },
): Promise<{ sourceId: string; count: number }[]> {
  return queryRows(
    db,
    sql`select source_id as "sourceId", count(*)::int as count from work_items
        where workspace_id = ${workspaceId} and product_id = ${productId} and removed_at is null
        group by source_id`,
  );
}
