import { deleteOverride } from "@/db/queries/overrides";
import { lockClassification } from "@/db/queries/product-lock";
import type { ItemDetail } from "@/lib/contracts/items";
import { correctItems } from "@/lib/sync/correct-items";
import type { Context } from "./context";
import { getItem, requireItem } from "./get-item";
import { recordDeed } from "./record-deed";

/** Takes a person's decision back; what the item itself says decides again. Errors: `not_found`. */
export async function clearCategory({
  ctx,
  input,
}: {
  ctx: Context;
  input: { itemId: string };
}): Promise<ItemDetail> {
  const { id: itemId, productId } = await requireItem(ctx, input.itemId, "classify");
  const { workspaceId, name: actor } = ctx.actor;
  await ctx.db.transaction(async (tx) => {
    await lockClassification(tx, productId);
    await deleteOverride(tx, { workspaceId, itemId });
    await correctItems(tx, {
      workspaceId,
      productId,
      itemIds: [itemId],
      actor,
      at: ctx.now(),
      modelOf: ctx.modelOf,
    });
    await recordDeed(ctx, tx, { kind: "override.clear", productId, subject: itemId });
  });
  return getItem({ ctx, input });
}
