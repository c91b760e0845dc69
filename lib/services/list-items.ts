import { countItems, readItems } from "@/db/queries/items";
import type { ItemList, ListItems } from "@/lib/contracts/items";
import type { Context } from "./context";
import { readCursor, writeCursor } from "./cursor";
import { requireProductAndVersion } from "./find-product";
import { itemQuestion } from "./item-question";
import { versionedReads, versionedValue } from "./versioned-reads";
import { withTeams } from "./with-teams";

/**
 * One page of a product's items, newest first, and how many the filter holds in all. Errors:
 * `not_found`; `invalid_request` naming the day or team at fault.
 */
export async function listItems({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: ListItems };
}): Promise<ItemList> {
  const { product, version } = await requireProductAndVersion(ctx, input.productId, "read");
  const { limit, cursor } = input.query;
  const question = itemQuestion(product, await withTeams(ctx, product, input.query));
  const after = readCursor(cursor);
  const reads = versionedReads(ctx, { ...question, version });
  const [items, total] = await Promise.all([
    readItems(ctx.db, { ...question, limit, after }),
    // Counting looks at every item, a page at its own: who reads on is not kept waiting for it.
    versionedValue(reads, "count of items", question, countItems),
  ]);
  const last = items.length === limit ? items.at(-1) : undefined;
  return {
    items,
    total,
    nextCursor: last ? writeCursor({ createdAt: last.createdAt, id: last.id }) : null,
  };
}
