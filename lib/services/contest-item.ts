import { insertDispute } from "@/db/queries/disputes";
import { raiseProductVersion } from "@/db/queries/product-version";
import type { ItemDetail } from "@/lib/contracts/items";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { getItem, requireItem } from "./get-item";
import { recordDeed } from "./record-deed";

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
  const { id: itemId, productId } = await requireItem(ctx, input.itemId, "classify");
  const { workspaceId, name: actor } = ctx.actor;
  const { reason } = input;
  const row = { workspaceId, itemId, id: crypto.randomUUID(), reason, actor, at: ctx.now() };
  await ctx.db.transaction(async (tx) => {
    if (!(await insertDispute(tx, row))) {
      throw new AppError("conflict", "This item is contested already: settle that first.");
    }
    await recordDeed(ctx, tx, { kind: "dispute.open", productId, subject: itemId });
    await raiseProductVersion(tx, { workspaceId, productId });
  });
  return getItem({ ctx, input: { itemId } });
}
