import { readItemValues } from "@/db/queries/item-values";
import type { ItemValues, ListItemValues } from "@/lib/contracts/item-values";
import type { Context } from "./context";
import { requireProduct } from "./find-product";

/** What a field of a product's items can be filtered by, with how many have it. Errors: `not_found`. */
export async function listItemValues({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: ListItemValues };
}): Promise<ItemValues> {
  const { workspaceId, id: productId } = await requireProduct(ctx, input.productId, "read");
  return { values: await readItemValues(ctx.db, { workspaceId, productId, ...input.query }) };
}
