import { deleteProduct as removeProduct } from "@/db/queries/products";
import type { Context } from "./context";
import { requireProduct } from "./find-product";

/** Deletes a product with everything in it; a run under way ends by itself. Errors: `not_found`. */
export async function deleteProduct({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<void> {
  const { id, workspaceId } = await requireProduct(ctx, input.productId, "delete_products");
  await removeProduct(ctx.db, { workspaceId, productId: id });
}
