import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { type Db, queryRows } from "../client";
import { type DisputeRow, disputes } from "../schema";

type ItemKey = { workspaceId: string; itemId: string };

const ofItem = ({ workspaceId, itemId }: ItemKey) =>
  and(eq(disputes.workspaceId, workspaceId), eq(disputes.itemId, itemId));

/** Contests an item; false where it is contested already. */
export async function insertDispute(
  db: Db,
  row: Omit<DisputeRow, "settledAt" | "settledBy">,
): Promise<boolean> {
  const inserted = await db
    .insert(disputes)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: disputes.id });
  return inserted.length > 0;
}

/** Settles what is contested about an item; false where nothing is. */
export async function settleDispute(
  db: Db,
  key: ItemKey,
  end: { settledAt: Date; settledBy: string },
): Promise<boolean> {
  const settled = await db
    .update(disputes)
    .set(end)
    .where(and(ofItem(key), isNull(disputes.settledAt)))
    .returning({ id: disputes.id });
  return settled.length > 0;
}

/** All that was ever contested about an item, oldest first. */
export function listDisputes(db: Db, key: ItemKey): Promise<DisputeRow[]> {
  return db.select().from(disputes).where(ofItem(key)).orderBy(asc(disputes.at), asc(disputes.id));
}

/** How many of a product's items are contested and not settled. */
export async function countContested(
  db: Db,
  { workspaceId, productId }: { workspaceId: string; productId: string },
): Promise<number> {
  const [row] = await queryRows<{ count: number }>(
    db,
    sql`select count(*)::int as count from disputes d
      join work_items w on w.workspace_id = d.workspace_id and w.id = d.item_id
      where d.workspace_id = ${workspaceId} and w.product_id = ${productId}
        and d.settled_at is null`,
  );
  return row?.count ?? 0;
}
