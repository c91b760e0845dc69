import { insertDispute } from "@/db/queries/disputes";
import type { ItemDetail } from "@/lib/contracts/items";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { getItem, requireItem } from "./get-item";
import { requireRight } from "./rights";

/**
 * Marks an item's category as contested, until somebody settles it. The category stays as it is.
 * Errors: `not_found`; `conflict` where it is contested already.
 */
export async function contestItem({
  ctx,
  input,
}: {
  ctx: Context;
  input: { itemId: string; reason: string };
}): Promise<ItemDetail> {
  requireRight(ctx.actor, "classify");
  const { id: itemId } = await requireItem(ctx, input.itemId);
  const { workspaceId, name: actor } = ctx.actor;
  const { reason } = input;
  const row = { workspaceId, itemId, id: crypto.randomUUID(), reason, actor, at: ctx.now() };
  if (!(await insertDispute(ctx.db, row))) {
    throw new AppError("conflict", "This item is contested already: settle that first.");
  }
  return getItem({ ctx, input: { itemId } });
}
