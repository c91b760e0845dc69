import { findProduct, findProductAndVersion } from "@/db/queries/products";
import type { ProductRow } from "@/db/schema";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";

/** The product of this workspace. Errors: `not_found`, also where it is another workspace's. */
export async function requireProduct(ctx: Context, productId: string): Promise<ProductRow> {
  const { workspaceId } = ctx.actor;
  const product = isUuid(productId) ? await findProduct(ctx.db, { workspaceId, productId }) : null;
  if (!product) throw noSuchProduct();
  return product;
}

/** The same, with the version that its reads are kept under. */
export async function requireProductAndVersion(
  ctx: Context,
  productId: string,
): Promise<{ product: ProductRow; version: number }> {
  const { workspaceId } = ctx.actor;
  const key = { workspaceId, productId };
  const found = isUuid(productId) ? await findProductAndVersion(ctx.db, key) : null;
  if (!found) throw noSuchProduct();
  return found;
}

function noSuchProduct(): AppError {
  return new AppError("not_found", "There is no such product.");
}

/** An id that is no UUID names nothing; Postgres would refuse it as malformed. */
export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
