import { countCorrections, findWaitingCorrections } from "@/db/queries/corrections";
import { findReclassification } from "@/db/queries/reclassifications";
import type { ProductRow } from "@/db/schema";
import type { Learning } from "@/lib/contracts/model";
import { learningDueAt } from "@/lib/sync/learning-due";
import type { Context } from "./context";

/** How much of what people decided the model has learnt, and when it learns the rest. */
export async function learningAnswer(ctx: Context, product: ProductRow): Promise<Learning> {
  const { correctionsVersion, learntVersion } = product;
  const key = { workspaceId: product.workspaceId, productId: product.id };
  const [corrections, learnt, waiting, walk] = await Promise.all([
    countCorrections(ctx.db, { ...key, version: correctionsVersion }),
    countCorrections(ctx.db, { ...key, version: learntVersion }),
    findWaitingCorrections(ctx.db, { ...key, after: learntVersion }),
    findReclassification(ctx.db, key),
  ]);
  return {
    corrections,
    learnt,
    waiting: waiting.items,
    dueAt: learningDueAt(waiting)?.toISOString() ?? null,
    underWay: walk !== null && walk.finishedAt === null && walk.learns,
  };
}
