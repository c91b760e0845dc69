import { settleDispute } from "@/db/queries/disputes";
import { raiseProductVersion } from "@/db/queries/product-version";
import type { ItemDetail } from "@/lib/contracts/items";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { getItem, requireItem } from "./get-item";
import { recordDeed } from "./record-deed";

/** Ends a dispute, whoever began it; the journal keeps it. Errors: `not_found`. */
export async function settleItem({
  ctx,
  input,
}: {
  ctx: Context;
  input: { itemId: string };
}): Promise<ItemDetail> {
  const { id: itemId, productId } = await requireItem(ctx, input.itemId, "classify");
  const { workspaceId, name: settledBy } = ctx.actor;
  const key = { workspaceId, itemId };
  await ctx.db.transaction(async (tx) => {
    if (!(await settleDispute(tx, key, { settledAt: ctx.now(), settledBy }))) {
      throw new AppError("not_found", "This item is not contested.");
    }
    await recordDeed(ctx, tx, { kind: "dispute.settle", productId, subject: itemId });
    await raiseProductVersion(tx, { workspaceId, productId });
  });
  return getItem({ ctx, input: { itemId } });
}
