import { readItemValues } from "@/db/queries/item-values";
import type { ItemValues, ListItemValues } from "@/lib/contracts/item-values";
import type { Context } from "./context";
import { requireProductAndVersion } from "./find-product";
import { versionedReads } from "./versioned-reads";

/** What a field of a product's items can be filtered by, with how many have it. Errors: `not_found`. */
export async function listItemValues({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: ListItemValues };
}): Promise<ItemValues> {
  const { product, version } = await requireProductAndVersion(ctx, input.productId, "read");
  const key = { workspaceId: product.workspaceId, productId: product.id };
  const reads = versionedReads(ctx, { ...key, version });
  const values = await reads("values of items", { ...key, ...input.query }, readItemValues);
  return { values: [...values] };
}
