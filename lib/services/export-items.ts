import { readItems } from "@/db/queries/items";
import type { Item, ListItems } from "@/lib/contracts/items";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { itemQuestion } from "./item-question";
import { withTeams } from "./with-teams";

const batchSize = 1000;

/**
 * Every item of the filter, newest first, a batch at a time, so that memory stays flat. The product
 * and the query are checked before the first batch, so that a refusal is still an ordinary answer.
 */
export async function exportItems({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; query: ListItems };
}): Promise<AsyncIterable<Item[]>> {
  const product = await requireProduct(ctx, input.productId, "read");
  const question = itemQuestion(product, await withTeams(ctx, product, input.query));
  return (async function* batches() {
    let after: { createdAt: string; id: string } | null = null;
    for (;;) {
      const items: Item[] = await readItems(ctx.db, { ...question, limit: batchSize, after });
      if (items.length > 0) yield items;
      const last = items.at(-1);
      if (!last || items.length < batchSize) return;
      after = { createdAt: last.createdAt, id: last.id };
    }
  })();
}
