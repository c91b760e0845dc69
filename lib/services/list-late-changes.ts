import { readLateChanges } from "@/db/queries/audit";
import type { LateChangeList } from "@/lib/contracts/audit";
import type { Context } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { requireProduct } from "./find-product";
import { requireRight } from "./rights";

/** Items whose category changed after they were closed, newest change first. Errors: `not_found`. */
export async function listLateChanges({
  ctx,
  input: { productId, limit, cursor },
}: {
  ctx: Context;
  input: { productId: string; limit: number; cursor?: string | undefined };
}): Promise<LateChangeList> {
  requireRight(ctx.actor, "read");
  const product = await requireProduct(ctx, productId);
  const key = { workspaceId: product.workspaceId, productId: product.id };
  const rows = await readLateChanges(ctx.db, { ...key, limit, after: readCursor(cursor) });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    items: rows.map(({ id: _id, ...change }) => change),
    nextCursor: last ? writeCursor({ createdAt: last.at, id: last.id }) : null,
  };
}
