import type { TriggerList } from "@/lib/contracts/triggers";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { readTriggers } from "./read-triggers";

/** Why both sides should talk again, oldest first; one page holds all. Errors: `not_found`. */
export async function listTriggers({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<TriggerList> {
  const product = await requireProduct(ctx, input.productId, "read");
  const { triggers } = await readTriggers(ctx, product);
  return { items: triggers, nextCursor: null };
}
