import type { Db } from "@/db/client";
import { type Cause, readProductItemsToClassify } from "@/db/queries/classifications";
import { linkAllParents } from "@/db/queries/item-parents";
import { lockClassification } from "@/db/queries/product-lock";
import { listProductsClassifiedOtherwise, updateProduct } from "@/db/queries/products";
import { classifierVersion } from "@/lib/classify/classify-item";
import { writeDecisions } from "./classify-items";

const firstId = "00000000-0000-0000-0000-000000000000";
const batchSize = 1000;

/**
 * Decides all items of a product again, from the database alone, a batch a transaction. Interrupted,
 * it begins again at the next start: the product's classifier version is set last.
 */
async function reclassifyProduct(
  db: Db,
  { productId, signal, ...cause }: Cause & { productId: string; signal: AbortSignal },
): Promise<number> {
  const key = { workspaceId: cause.workspaceId, productId };
  await linkAllParents(db, key);
  let after = firstId;
  let changed = 0;
  for (;;) {
    signal.throwIfAborted();
    const batch = await db.transaction(async (tx) => {
      await lockClassification(tx, productId);
      const items = await readProductItemsToClassify(tx, { ...key, after, limit: batchSize });
      changed += await writeDecisions(tx, items, cause);
      return items;
    });
    const last = batch.at(-1);
    if (!last || batch.length < batchSize) break;
    after = last.id;
  }
  await updateProduct(db, key, { classifierVersion });
  return changed;
}

/**
 * A changed lexicon changes answers: every product that an older one classified is done again.
 * Returns how many items changed.
 */
export async function reclassifyOutdated(
  db: Db,
  { at, signal }: { at: Date; signal: AbortSignal },
): Promise<number> {
  let changed = 0;
  for (const { workspaceId, id } of await listProductsClassifiedOtherwise(db, classifierVersion)) {
    changed += await reclassifyProduct(db, { workspaceId, productId: id, actor: null, at, signal });
  }
  return changed;
}
