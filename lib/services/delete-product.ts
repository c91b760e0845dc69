import { deleteProduct as removeProduct } from "@/db/queries/products";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { recordDeed } from "./record-deed";

/** Deletes a product with everything in it; a run under way ends by itself. Errors: `not_found`. */
export async function deleteProduct({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<void> {
  const { id, workspaceId, name } = await requireProduct(ctx, input.productId, "delete_products");
  await ctx.db.transaction(async (tx) => {
    const deed = { kind: "product.delete" as const, productId: id, subject: id };
    await recordDeed(ctx, tx, { ...deed, detail: { name } });
    await removeProduct(tx, { workspaceId, productId: id });
  });
}
