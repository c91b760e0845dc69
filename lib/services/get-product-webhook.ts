import { findProductWebhook } from "@/db/queries/product-webhooks";
import type { ProductWebhook } from "@/lib/contracts/product-webhook";
import type { Context } from "./context";
import { requireProduct } from "./find-product";

/** Where a product's messages go, as far as it is told. Errors: `not_found`. */
export async function getProductWebhook({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<ProductWebhook> {
  const { id: productId, workspaceId } = await requireProduct(ctx, input.productId, "read");
  const row = await findProductWebhook(ctx.db, { workspaceId, productId });
  if (!row) return { webhook: null };
  const { host, createdAt, lastAt, lastFault } = row;
  const last = lastAt && { at: lastAt.toISOString(), fault: lastFault };
  return { webhook: { host, createdAt: createdAt.toISOString(), last } };
}
