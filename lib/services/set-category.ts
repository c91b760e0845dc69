import type { z } from "zod";
import { standsAlready, upsertOverrides } from "@/db/queries/overrides";
import { lockClassification } from "@/db/queries/product-lock";
import type { ItemDetail, setCategorySchema } from "@/lib/contracts/items";
import { correctItems } from "@/lib/sync/correct-items";
import type { Context } from "./context";
import { getItem, requireItem } from "./get-item";
import { recordDeed } from "./record-deed";
import { requireKindOf } from "./require-kind";

/**
 * A person's decision about one item: it beats every other layer and survives every sync.
 * Errors: `not_found`; `unprocessable` where the kind belongs to another category.
 */
export async function setCategory({
  ctx,
  input,
}: {
  ctx: Context;
  input: { itemId: string; decision: z.output<typeof setCategorySchema> };
}): Promise<ItemDetail> {
  const { category, kind = null, reason = null } = input.decision;
  const { id: itemId, productId } = await requireItem(ctx, input.itemId, "classify");
  await requireKindOf(ctx, productId, { category, kind });
  const { workspaceId, name: actor } = ctx.actor;
  const at = ctx.now();
  await ctx.db.transaction(async (tx) => {
    await lockClassification(tx, productId);
    const override = { itemId, category, kind, reason: reason === "" ? null : reason, actor, at };
    // Sent twice, it is said once.
    if (await standsAlready(tx, { workspaceId, override })) return;
    await upsertOverrides(tx, { workspaceId, batchId: null, overrides: [override] });
    await correctItems(tx, {
      workspaceId,
      productId,
      itemIds: [itemId],
      actor,
      at,
      modelOf: ctx.modelOf,
    });
    const detail = { category, kind };
    await recordDeed(ctx, tx, { kind: "override.set", productId, subject: itemId, detail });
  });
  return getItem({ ctx, input });
}
