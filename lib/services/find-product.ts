import { findProduct, findProductAndVersion } from "@/db/queries/products";
import type { ProductRow } from "@/db/schema";
import { AppError } from "@/lib/errors";
import type { ProductRight } from "@/lib/rights/rights";
import type { Context } from "./context";
import { requireRightIn } from "./rights";

/**
 * The product, for what the actor wants to do. Errors: `not_found`, also where it is another
 * workspace's or not for the actor to see; `forbidden` where the actor may only see it.
 */
export async function requireProduct(
  ctx: Context,
  productId: string,
  right: ProductRight,
): Promise<ProductRow> {
  const { workspaceId } = ctx.actor;
  const product = isUuid(productId) ? await findProduct(ctx.db, { workspaceId, productId }) : null;
  if (!product) throw noSuchProduct();
  requireRightIn(ctx.actor, right, product.id, noSuchProduct);
  return product;
}

/** The same, with the version that its reads are kept under. */
export async function requireProductAndVersion(
  ctx: Context,
  productId: string,
  right: ProductRight,
): Promise<{ product: ProductRow; version: number }> {
  const { workspaceId } = ctx.actor;
  const key = { workspaceId, productId };
  const found = isUuid(productId) ? await findProductAndVersion(ctx.db, key) : null;
  if (!found) throw noSuchProduct();
  requireRightIn(ctx.actor, right, found.product.id, noSuchProduct);
  return found;
}

function noSuchProduct(): AppError {
  return new AppError("not_found", "There is no such product.");
}

/** An id that is no UUID names nothing; Postgres would refuse it as malformed. */
export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
