import type { Db } from "@/db/client";
import {
  type Cause,
  readItemsToClassify,
  writeClassificationChanges,
} from "@/db/queries/classifications";
import { linkParents, readDescendants } from "@/db/queries/item-parents";
import { refreshLedger } from "@/db/queries/ledger";
import { lockClassification } from "@/db/queries/product-lock";
import { findProduct } from "@/db/queries/products";
import { findReclassification, stageChanges } from "@/db/queries/reclassifications";
import { batchSizeFor, changesOf, type Decider, decideBatch, loadBatch } from "./decide-items";
import { loadClassifier, type ModelOf, type ProductKey } from "./product-classifier";

export type ItemsToDecide = Cause & { productId: string; itemIds: string[]; modelOf: ModelOf };

/**
 * Decides the given items again, and whatever inherits from them, in the caller's transaction;
 * journals what changed and keeps the ledger. While all items are being decided by other rules, it decides by these too,
 * for when they come into force. Returns how many answers changed.
 */
export async function classifyItems(
  db: Db,
  { productId, itemIds, modelOf, ...cause }: ItemsToDecide,
): Promise<number> {
  if (itemIds.length === 0) return 0;
  const key = { workspaceId: cause.workspaceId, productId };
  await lockClassification(db, productId);
  const deciders = await decidersOf(db, key, modelOf);
  if (deciders === null) return 0;
  const all = await withDescendants(db, { ...key, itemIds });
  const size = batchSizeFor(deciders);
  let changed = 0;
  for (let start = 0; start < all.length; start += size) {
    const batch = { ...key, itemIds: all.slice(start, start + size) };
    changed += await writeBatch(db, batch, { cause, deciders });
  }
  await refreshLedger(db, key, { itemIds: all });
  return changed;
}

/** What decides now and, while a reclassification is under way, what will when it has ended. */
type Deciders = [active: Decider] | [active: Decider, coming: Decider];

async function decidersOf(db: Db, key: ProductKey, modelOf: ModelOf): Promise<Deciders | null> {
  const deciderOf = async (versions: { rulesVersion: number; learntVersion: number }) => ({
    classifier: await loadClassifier(db, key, versions.rulesVersion),
    model: await modelOf(db, key, versions.learntVersion),
  });
  const product = await findProduct(db, key);
  if (product === null) return null;
  const active = await deciderOf(product);
  const walk = await findReclassification(db, key);
  const isUnfinished = walk !== null && walk.finishedAt === null;
  return isUnfinished ? [active, await deciderOf(walk)] : [active];
}

async function withDescendants(db: Db, key: ProductKey & { itemIds: string[] }): Promise<string[]> {
  const moved = await linkParents(db, key);
  const told = [...new Set([...key.itemIds, ...moved])];
  const below = await readDescendants(db, { ...key, itemIds: told });
  return [...new Set([...told, ...below])];
}

async function writeBatch(
  db: Db,
  { workspaceId, productId, itemIds }: ProductKey & { itemIds: string[] },
  { cause, deciders }: { cause: Cause; deciders: Deciders },
): Promise<number> {
  const [active, coming] = deciders;
  const items = await readItemsToClassify(db, { workspaceId, itemIds });
  const fields = deciders.flatMap(({ classifier }) => classifier.customFields);
  const batch = await loadBatch(db, { workspaceId, items }, fields);
  const changes = changesOf(items, await decideBatch(db, batch, active));
  await writeClassificationChanges(db, { ...cause, changes });
  if (coming === undefined) return changes.length;
  const now = new Map(changes.map(({ itemId, to }) => [itemId, to]));
  const written = items.map((item) => ({ ...item, current: now.get(item.id) ?? item.current }));
  const staged = changesOf(written, await decideBatch(db, batch, coming));
  await stageChanges(db, { workspaceId, productId, itemIds, changes: staged });
  return changes.length;
}
