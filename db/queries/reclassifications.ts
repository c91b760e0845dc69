import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";
import { type ReclassificationRow, reclassifications } from "../schema";
import type { Cause, ClassificationChange } from "./classifications";
import { jsonRows, jsonUuids } from "./json-rows";

type ProductKey = { workspaceId: string; productId: string };

const ofProduct = ({ workspaceId, productId }: ProductKey) =>
  and(eq(reclassifications.workspaceId, workspaceId), eq(reclassifications.productId, productId));

/** The latest walk over a product's items, finished or not. */
export async function findReclassification(
  db: Db,
  key: ProductKey,
): Promise<ReclassificationRow | null> {
  const [row] = await db.select().from(reclassifications).where(ofProduct(key));
  return row ?? null;
}

/** Unfinished walks of all workspaces, the longest waiting first. */
export function listUnfinishedReclassifications(db: Db): Promise<ReclassificationRow[]> {
  return db
    .select()
    .from(reclassifications)
    .where(isNull(reclassifications.finishedAt))
    .orderBy(asc(reclassifications.startedAt))
    .limit(100);
}

/** Begins a walk, in place of the one before, of which nothing stays. */
export async function replaceReclassification(
  db: Db,
  row: Omit<ReclassificationRow, "total">,
): Promise<void> {
  await clearStaged(db, row);
  const total = sql<number>`(select count(*)::int from work_items w
    where w.workspace_id = ${row.workspaceId} and w.product_id = ${row.productId})`;
  const values = { ...row, total };
  await db
    .insert(reclassifications)
    .values(values)
    .onConflictDoUpdate({
      target: [reclassifications.workspaceId, reclassifications.productId],
      set: values,
    });
}

export async function updateReclassification(
  db: Db,
  key: ProductKey,
  change: Partial<Pick<ReclassificationRow, "after" | "done" | "changed" | "finishedAt">>,
): Promise<void> {
  await db.update(reclassifications).set(change).where(ofProduct(key));
}

/** What would change, beside what is read; in place of what was said of the same items before. */
export async function stageChanges(
  db: Db,
  input: ProductKey & { itemIds: string[]; changes: ClassificationChange[] },
): Promise<void> {
  const { workspaceId, productId, itemIds, changes } = input;
  await db.execute(sql`
    delete from staged_classifications
    where workspace_id = ${workspaceId} and item_id = any ${jsonUuids(itemIds)}`);
  if (changes.length === 0) return;
  const rows = changes.map(({ itemId, to }) => ({ itemId, ...to }));
  await db.execute(sql`
    insert into staged_classifications (workspace_id, item_id, product_id, category, kind, because,
      confidence, evidence, suggestion)
    select ${workspaceId}::uuid, n."itemId", ${productId}::uuid, n.category, n.kind, n.because,
      n.confidence, n.evidence, n.suggestion
    from jsonb_to_recordset(${jsonRows(rows)}) as n(
      "itemId" uuid, category text, kind text, because text, confidence float8, evidence jsonb,
      suggestion jsonb)`);
}

/**
 * Makes what was staged what is read, with its journal; in the caller's transaction, so that a
 * reader sees all of it or none.
 */
export async function applyStaged(
  db: Db,
  { productId, ...cause }: Cause & { productId: string },
): Promise<void> {
  const { workspaceId, actor } = cause;
  const at = sql`${cause.at.toISOString()}::timestamptz`;
  const staged = sql`staged_classifications s
    left join classifications c on c.workspace_id = s.workspace_id and c.item_id = s.item_id`;
  const ofThis = sql`s.workspace_id = ${workspaceId} and s.product_id = ${productId}`;
  await db.execute(sql`
    insert into classification_changes
      (workspace_id, item_id, id, at, from_category, from_kind, to_category, to_kind, because,
       confidence, evidence, initial, actor)
    select s.workspace_id, s.item_id, gen_random_uuid(),
      greatest(${at}, p.latest + interval '1 millisecond'),
      c.category, c.kind, s.category, s.kind, s.because, s.confidence, s.evidence,
      c.item_id is null, ${actor}::text
    from ${staged}
    left join (
      -- Once for all: row by row it would scan what this very statement has added.
      select j.item_id, max(j.at) as latest from classification_changes j
      join staged_classifications own
        on own.workspace_id = j.workspace_id and own.item_id = j.item_id
      where j.workspace_id = ${workspaceId} and own.product_id = ${productId}
      group by j.item_id) p on p.item_id = s.item_id
    where ${ofThis}
      and (s.category, s.kind, s.because, s.confidence, s.evidence) is distinct from
          (c.category, c.kind, c.because, c.confidence, coalesce(c.evidence, '[]'::jsonb))`);
  await db.execute(sql`
    insert into classifications
      (workspace_id, item_id, category, kind, because, confidence, evidence, suggestion)
    select s.workspace_id, s.item_id, s.category, s.kind, s.because, s.confidence, s.evidence,
      s.suggestion
    from staged_classifications s where ${ofThis}
    on conflict (workspace_id, item_id) do update set
      category = excluded.category, kind = excluded.kind, because = excluded.because,
      confidence = excluded.confidence, evidence = excluded.evidence,
      suggestion = excluded.suggestion`);
}

/** Forgets what was staged; returns how many items it was. */
export async function clearStaged(db: Db, { workspaceId, productId }: ProductKey): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    sql`
    with gone as (
      delete from staged_classifications
      where workspace_id = ${workspaceId} and product_id = ${productId} returning 1
    ) select count(*)::int as count from gone`,
  );
  return row?.count ?? 0;
}
