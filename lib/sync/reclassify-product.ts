import type { Db } from "@/db/client";
import { readProductItemsToClassify } from "@/db/queries/classifications";
import { linkAllParents } from "@/db/queries/item-parents";
import { lockClassification } from "@/db/queries/product-lock";
import { findProduct, listProductsClassifiedOtherwise, updateProduct } from "@/db/queries/products";
import {
  applyStaged,
  findReclassification,
  replaceReclassification,
  stageChanges,
  updateReclassification,
} from "@/db/queries/reclassifications";
import type { ReclassificationRow } from "@/db/schema";
import { classifierVersion } from "@/lib/classify/classify-item";
import { batchSizeFor, changesOf, decideBatch, loadBatch } from "./decide-items";
import { loadClassifier, type ModelOf, type ProductKey } from "./product-classifier";

const firstId = "00000000-0000-0000-0000-000000000000";

/** By what all items are to be decided; absent: what the model has learnt stays. */
type Wish = { rulesVersion: number; learntVersion?: number; actor: string | null; at: Date };

/**
 * Asks for all items of a product to be decided by a version of its rules and of its model, in place
 * of an unfinished walk. Until the new one ends, every answer stays as it is. Call it in a
 * transaction.
 */
export async function requestReclassification(
  db: Db,
  { workspaceId, productId }: ProductKey,
  wish: Wish,
): Promise<void> {
  await lockClassification(db, productId);
  const product = await findProduct(db, { workspaceId, productId });
  const learntBefore = product?.learntVersion ?? 0;
  const learntVersion = wish.learntVersion ?? learntBefore;
  await replaceReclassification(db, {
    workspaceId,
    productId,
    id: crypto.randomUUID(),
    rulesVersion: wish.rulesVersion,
    learntVersion,
    learns: learntVersion !== learntBefore,
    classifierVersion,
    after: firstId,
    done: 0,
    changed: 0,
    actor: wish.actor,
    startedAt: wish.at,
    finishedAt: null,
  });
}

/** A changed lexicon changes answers: asks anew for every product that an older one classified. */
export async function requestOutdated(db: Db, at: Date): Promise<void> {
  for (const product of await listProductsClassifiedOtherwise(db, classifierVersion)) {
    const key = { workspaceId: product.workspaceId, productId: product.id };
    await db.transaction(async (tx) => {
      const walk = await findReclassification(tx, key);
      const isUnfinished = walk !== null && walk.finishedAt === null;
      if (isUnfinished && walk.classifierVersion === classifierVersion) return;
      const { rulesVersion, learntVersion } = isUnfinished ? walk : product;
      await requestReclassification(tx, key, { rulesVersion, learntVersion, actor: null, at });
    });
  }
}

/** What of the world a walk over a product's items needs. */
export type WalkWorld = { db: Db; now: () => Date; modelOf: ModelOf };

/**
 * Decides one batch of a product's unfinished walk, and after the last makes all its answers the
 * ones that are read, at once. One transaction, which also keeps where it stopped: a killed process
 * loses nothing, and two of them take turns. True while more is to be done.
 */
export function advanceReclassification(
  { db, now, modelOf }: WalkWorld,
  key: ProductKey,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockClassification(tx, key.productId);
    const walk = await findReclassification(tx, key);
    if (walk === null || walk.finishedAt !== null) return false;
    // A store of an older version has no parents yet; where it has, nothing is written.
    if (walk.after === firstId) await linkAllParents(tx, key);
    const more = await stageBatch(tx, walk, modelOf);
    if (!more) await switchOver(tx, walk, now());
    return more;
  });
}

async function stageBatch(db: Db, walk: ReclassificationRow, modelOf: ModelOf): Promise<boolean> {
  const { workspaceId, productId, rulesVersion, learntVersion } = walk;
  const key = { workspaceId, productId };
  const classifier = await loadClassifier(db, key, rulesVersion);
  const decider = { classifier, model: await modelOf(db, key, learntVersion) };
  const limit = batchSizeFor([decider]);
  const items = await readProductItemsToClassify(db, { ...key, after: walk.after, limit });
  const batch = await loadBatch(db, { workspaceId, items }, classifier.customFields);
  const changes = changesOf(items, await decideBatch(db, batch, decider));
  await stageChanges(db, { ...key, itemIds: items.map(({ id }) => id), changes });
  await updateReclassification(db, key, {
    after: items.at(-1)?.id ?? walk.after,
    done: walk.done + items.length,
    changed: walk.changed + changes.length,
  });
  return items.length === limit;
}

async function switchOver(db: Db, walk: ReclassificationRow, at: Date): Promise<void> {
  const { workspaceId, productId, actor, rulesVersion, learntVersion } = walk;
  const key = { workspaceId, productId };
  const changed = await applyStaged(db, { ...key, actor, at });
  const { classifierVersion } = walk;
  await updateProduct(db, key, { rulesVersion, learntVersion, classifierVersion });
  await updateReclassification(db, key, { changed, finishedAt: at });
}
