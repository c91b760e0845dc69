import type { Rules } from "@/lib/contracts/rules";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { rulesAnswer } from "./rules-answer";

/** A product's latest rules. Errors: `not_found`. */
export async function getRules({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<Rules> {
  return rulesAnswer(ctx, await requireProduct(ctx, input.productId, "read"));
}
