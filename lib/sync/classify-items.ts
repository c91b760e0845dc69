import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/client";
import {
  type ClassificationChange,
  type ItemToClassify,
  readItemsToClassify,
  readProductItemsToClassify,
  writeClassificationChanges,
} from "@/db/queries/classifications";
import { listProductsClassifiedOtherwise, updateProduct } from "@/db/queries/products";
import { classifierVersion, classifyItem } from "@/lib/classify/classify-item";
import type { Decision } from "@/lib/domain/classification";

const firstId = "00000000-0000-0000-0000-000000000000";
const batchSize = 1000;

type Cause = { workspaceId: string; actor: string | null; at: Date };

/** Decides the given items again and journals what changed. Returns how many changed. */
export async function classifyItems(
  db: Db,
  { itemIds, ...cause }: Cause & { itemIds: string[] },
): Promise<number> {
  if (itemIds.length === 0) return 0;
  const items = await readItemsToClassify(db, { workspaceId: cause.workspaceId, itemIds });
  return writeDecisions(db, items, cause);
}

/**
 * Decides all items of a product again, from the database alone, a batch a transaction. Interrupted,
 * it begins again at the next start: the product's classifier version is set last.
 */
export async function reclassifyProduct(
  db: Db,
  { productId, signal, ...cause }: Cause & { productId: string; signal: AbortSignal },
): Promise<number> {
  let after = firstId;
  let changed = 0;
  for (;;) {
    signal.throwIfAborted();
    const batch = await db.transaction(async (tx) => {
      const items = await readProductItemsToClassify(tx, {
        workspaceId: cause.workspaceId,
        productId,
        after,
        limit: batchSize,
      });
      changed += await writeDecisions(tx, items, cause);
      return items;
    });
    const last = batch.at(-1);
    if (!last || batch.length < batchSize) break;
    after = last.id;
  }
  await updateProduct(db, { workspaceId: cause.workspaceId, productId }, { classifierVersion });
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

async function writeDecisions(db: Db, items: ItemToClassify[], cause: Cause): Promise<number> {
  const changes = items.flatMap((item): ClassificationChange[] => {
    const to = classifyItem(item.item, item.override);
    if (isSame(to, item.current)) return [];
    return [{ itemId: item.id, changeId: crypto.randomUUID(), from: item.current, to }];
  });
  await writeClassificationChanges(db, { ...cause, changes });
  return changes.length;
}

/** The stored side has been through JSON, which drops keys without a value. */
function isSame(decided: Decision | null, stored: Decision | null): boolean {
  if (decided === null || stored === null) return decided === stored;
  return isDeepStrictEqual(JSON.parse(JSON.stringify(decided)), stored);
}
