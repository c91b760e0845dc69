import { type SQL, sql } from "drizzle-orm";
import type { Category } from "@/lib/domain/category";
import type { Because, Evidence } from "@/lib/domain/classification";
import { type Db, queryRows } from "../client";
import { isoText } from "./iso-text";
import { isOwnWork } from "./item-filter";

export type AuditRow = {
  id: string;
  itemId: string;
  key: string;
  title: string;
  url: string;
  points: number | null;
  closedAt: string;
  at: string;
  fromCategory: Category | null;
  toCategory: Category | null;
  because: Because | null;
  evidence: Evidence[];
  actor: string | null;
};

/** Changes made from `startsAt` to before `endsAt`; null is open. */
export type AuditQuestion = {
  workspaceId: string;
  productId: string;
  startsAt: Date | null;
  endsAt: Date | null;
};

/**
 * Changes of category that came after an item was last closed, newest first. The first look at an
 * item is none: nothing was known before.
 */
export function readLateChanges(
  db: Db,
  input: AuditQuestion & { limit: number; after: { createdAt: string; id: string } | null },
): Promise<AuditRow[]> {
  const { limit, after } = input;
  return queryRows<AuditRow>(
    db,
    sql`
    select j.id, j.item_id as "itemId", w.key, w.title, w.url, w.points,
      ${isoText(sql`w.closed_at`)} as "closedAt", ${isoText(sql`j.at`)} as at,
      j.from_category as "fromCategory", j.to_category as "toCategory", j.because, j.evidence,
      j.actor
    from ${lateChanges(input)}
      ${after ? sql`and (j.at, j.id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)` : sql``}
    order by j.at desc, j.id desc limit ${limit}`,
  );
}

type LateMoveRow = { fromCategory: Category | null; toCategory: Category | null; changes: number };

/** How many late changes there are from each category to each, most first. */
export function countLateMoves(db: Db, question: AuditQuestion): Promise<LateMoveRow[]> {
  return queryRows<LateMoveRow>(
    db,
    sql`
    select j.from_category as "fromCategory", j.to_category as "toCategory",
      count(*)::int as changes
    from ${lateChanges(question)}
    group by 1, 2 order by 3 desc, 1, 2`,
  );
}

/** How many items the late changes are of. */
export async function countLateItems(db: Db, question: AuditQuestion): Promise<number> {
  const [row] = await queryRows<{ items: number }>(
    db,
    sql`select count(distinct j.item_id)::int as items from ${lateChanges(question)}`,
  );
  return row?.items ?? 0;
}

function lateChanges({ workspaceId, productId, startsAt, endsAt }: AuditQuestion): SQL {
  return sql`classification_changes j
    join work_items w on w.workspace_id = j.workspace_id and w.id = j.item_id
    where w.workspace_id = ${workspaceId} and w.product_id = ${productId}
      and not w.is_container and ${isOwnWork(workspaceId)}
      and j.at > w.closed_at and not j.initial
      and j.from_category is distinct from j.to_category
      ${startsAt ? sql`and j.at >= ${startsAt.toISOString()}::timestamptz` : sql``}
      ${endsAt ? sql`and j.at < ${endsAt.toISOString()}::timestamptz` : sql``}`;
}
