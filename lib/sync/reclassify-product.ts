import type { Db } from "@/db/client";
import { readProductItemsToClassify } from "@/db/queries/classifications";
import { linkAllParents } from "@/db/queries/item-parents";
import { refreshLedger } from "@/db/queries/ledger";
import { lockClassification } from "@/db/queries/product-lock";
import { findProduct, listProductsClassifiedOtherwise, updateProduct } from "@/db/queries/products";
import {
  applyStaged,
  clearStaged,
  findReclassification,
  replaceReclassification,
  stageChanges,
  updateReclassification,
} from "@/db/queries/reclassifications";
import { refreshStagedStatistics } from "@/db/queries/statistics";
import type { ReclassificationRow } from "@/db/schema";
import { classifierVersion } from "@/lib/classify/classify-item";
import { batchSizeFor, changesOf, decideBatch, loadBatch } from "./decide-items";
import { loadClassifier, type ModelOf, type ProductKey } from "./product-classifier";

/** From so many on, a plan for small tables is a bad one. */
const manyItems = 2_000;
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
 * ones that are read, at once. Each is one transaction, which also keeps where it stopped: a killed
 * process loses nothing, and two of them take turns. True while more is to be done.
 */
export async function advanceReclassification(world: WalkWorld, key: ProductKey): Promise<boolean> {
  const { count, done, isLast } = await advanceOnce(world, key);
  if (count === 0 || !isLast) return count > 0;
  // The switch is planned for what the walk has written, which nobody has counted yet.
  if (done >= manyItems) await refreshStagedStatistics(world.db);
  return (await advanceOnce(world, key)).count > 0;
}

/** A batch; one that finds nothing left is the switch. */
function advanceOnce({ db, now, modelOf }: WalkWorld, key: ProductKey): Promise<StagedBatch> {
  return db.transaction(async (tx) => {
    await lockClassification(tx, key.productId);
    const walk = await findReclassification(tx, key);
    if (walk === null || walk.finishedAt !== null) return nothing;
    // A store of an older version has no parents yet; where it has, nothing is written.
    if (walk.after === firstId) await linkAllParents(tx, key);
    const batch = await stageBatch(tx, walk, modelOf);
    if (batch.count === 0) await switchOver(tx, walk, now());
    return batch;
  });
}

/** `done`: how many items the walk has been over by now. */
type StagedBatch = { count: number; done: number; isLast: boolean };
const nothing: StagedBatch = { count: 0, done: 0, isLast: true };

async function stageBatch(
  db: Db,
  walk: ReclassificationRow,
  modelOf: ModelOf,
): Promise<StagedBatch> {
  const { workspaceId, productId, rulesVersion, learntVersion } = walk;
  const key = { workspaceId, productId };
  const classifier = await loadClassifier(db, key, rulesVersion);
  const decider = { classifier, model: await modelOf(db, key, learntVersion) };
  const limit = batchSizeFor([decider]);
  const items = await readProductItemsToClassify(db, { ...key, after: walk.after, limit });
  const batch = await loadBatch(db, { workspaceId, items }, classifier.customFields);
  const changes = changesOf(items, await decideBatch(db, batch, decider));
  await stageChanges(db, { ...key, itemIds: items.map(({ id }) => id), changes });
  const done = walk.done + items.length;
  await updateReclassification(db, key, {
    after: items.at(-1)?.id ?? walk.after,
    done,
    changed: walk.changed + changes.length,
  });
  return { count: items.length, done, isLast: items.length < limit };
}

async function switchOver(db: Db, walk: ReclassificationRow, at: Date): Promise<void> {
  const { workspaceId, productId, actor, rulesVersion, learntVersion } = walk;
  const key = { workspaceId, productId };
  await applyStaged(db, { ...key, actor, at });
  await refreshLedger(db, key, "staged");
  const changed = await clearStaged(db, key);
  const { classifierVersion } = walk;
  await updateProduct(db, key, { rulesVersion, learntVersion, classifierVersion });
  await updateReclassification(db, key, { changed, finishedAt: at });
}
