import type { Product } from "@/lib/contracts/products";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { productAnswer } from "./product-answer";

/** One product. Errors: `not_found`. */
export async function getProduct({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<Product> {
  return productAnswer(await requireProduct(ctx, input.productId, "read"));
}
