import type { Db } from "@/db/client";
import { findWaitingCorrections, listProductsToLearn } from "@/db/queries/corrections";
import { lockClassification } from "@/db/queries/product-lock";
import { findProduct } from "@/db/queries/products";
import { findReclassification } from "@/db/queries/reclassifications";
import { isLearningDue } from "./learning-due";
import type { ProductKey } from "./product-classifier";
import { requestReclassification } from "./reclassify-product";

/** Asks anew for every product whose corrections wait to be learnt and have come to rest. */
export async function requestLearning(db: Db, at: Date): Promise<void> {
  for (const { learntVersion, ...key } of await listProductsToLearn(db)) {
    const waiting = await findWaitingCorrections(db, { ...key, after: learntVersion });
    if (isLearningDue(waiting, at)) await learn(db, key, at);
  }
}

/** What is under way ends first: then there may be more to learn. */
async function learn(db: Db, key: ProductKey, at: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await lockClassification(tx, key.productId);
    const product = await findProduct(tx, key);
    if (product === null || product.correctionsVersion === product.learntVersion) return;
    const walk = await findReclassification(tx, key);
    if (walk !== null && walk.finishedAt === null) return;
    const { rulesVersion, correctionsVersion: learntVersion } = product;
    await requestReclassification(tx, key, { rulesVersion, learntVersion, actor: null, at });
  });
}
