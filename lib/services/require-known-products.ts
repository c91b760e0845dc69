import { countProducts } from "@/db/queries/products";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";

/** Errors: `unprocessable` naming the field where a product is none of the workspace's. */
export async function requireKnownProducts(
  ctx: Context,
  productIds: readonly string[],
  field: "productRoles" | "productIds",
): Promise<void> {
  const visible = [...new Set(productIds)];
  if (visible.length === 0) return;
  const { workspaceId } = ctx.actor;
  if ((await countProducts(ctx.db, { workspaceId, visible })) === visible.length) return;
  throw noSuchProduct(field);
}

export function noSuchProduct(field: string): AppError {
  const message = "There is no such product.";
  return new AppError("unprocessable", message, { fields: { [field]: message } });
}
