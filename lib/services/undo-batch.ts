import { endOverrideBatch, restoreOverrides } from "@/db/queries/overrides";
import { lockClassification } from "@/db/queries/product-lock";
import { AppError } from "@/lib/errors";
import { correctItems } from "@/lib/sync/correct-items";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { recordDeed } from "./record-deed";
import { requireRightIn } from "./rights";

/**
 * Takes a batch of decisions back: each item is as it was before, but for those that somebody has
 * decided since. Errors: `not_found`, also where it was taken back before.
 */
export async function undoBatch({
  ctx,
  input: { batchId },
}: {
  ctx: Context;
  input: { batchId: string };
}): Promise<{ restored: number }> {
  const { workspaceId, name: actor } = ctx.actor;
  const at = ctx.now();
  return ctx.db.transaction(async (tx) => {
    const key = { workspaceId, batchId };
    const productId = isUuid(batchId) ? await endOverrideBatch(tx, { ...key, at }) : null;
    if (productId === null) throw noSuchBatch();
    // Refusing undoes what ended the batch.
    requireRightIn(ctx.actor, "classify", productId, noSuchBatch);
    await lockClassification(tx, productId);
    const itemIds = await restoreOverrides(tx, key);
    const { modelOf } = ctx;
    await correctItems(tx, { workspaceId, productId, itemIds, actor, at, modelOf });
    const detail = { items: itemIds.length };
    await recordDeed(ctx, tx, { kind: "override.undo", productId, subject: batchId, detail });
    return { restored: itemIds.length };
  });
}

function noSuchBatch(): AppError {
  return new AppError("not_found", "There is no such batch, or it was taken back already.");
}
