import type { z } from "zod";
import { updateProduct as writeProduct } from "@/db/queries/products";
import type { Product, updateProductSchema } from "@/lib/contracts/products";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { productAnswer } from "./product-answer";
import { requireRight } from "./rights";

/** Changes a product's name or calendar. Errors: `not_found`. */
export async function updateProduct({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; change: z.output<typeof updateProductSchema> };
}): Promise<Product> {
  requireRight(ctx.actor, "manage_products");
  const { id, workspaceId } = await requireProduct(ctx, input.productId);
  const { name, timeZone, weekStart } = input.change;
  const change = {
    ...(name && { name }),
    ...(timeZone && { timeZone }),
    ...(weekStart && { weekStart }),
  };
  const row = await writeProduct(ctx.db, { workspaceId, productId: id }, change);
  if (!row) throw new AppError("not_found", "There is no such product.");
  return productAnswer(row);
}
