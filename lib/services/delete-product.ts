import { deleteProduct as removeProduct } from "@/db/queries/products";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { requireRight } from "./rights";

/** Deletes a product with everything in it; a run under way ends by itself. Errors: `not_found`. */
export async function deleteProduct({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<void> {
  requireRight(ctx.actor, "manage_products");
  const { id, workspaceId } = await requireProduct(ctx, input.productId);
  await removeProduct(ctx.db, { workspaceId, productId: id });
}
