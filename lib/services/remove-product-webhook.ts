import { deleteUnsentMessages } from "@/db/queries/messages";
import { deleteProductWebhook } from "@/db/queries/product-webhooks";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { recordDeed } from "./record-deed";

/** Nothing is sent any more, not even what waits; its address is forgotten. Errors: `not_found`. */
export async function removeProductWebhook({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<void> {
  const { id: productId, workspaceId } = await requireProduct(
    ctx,
    input.productId,
    "manage_products",
  );
  const key = { workspaceId, productId };
  await ctx.db.transaction(async (tx) => {
    await deleteProductWebhook(tx, key);
    await deleteUnsentMessages(tx, key);
    const detail = { on: false };
    await recordDeed(ctx, tx, { kind: "product.webhook", productId, subject: productId, detail });
  });
}
