import { type ItemToClassify, readItemsToClassify } from "@/db/queries/classifications";
import { insertOverrideBatch, type OverrideOfItem, upsertOverrides } from "@/db/queries/overrides";
import { lockClassification } from "@/db/queries/product-lock";
import type { OverrideBatch, SetCategories } from "@/lib/contracts/triage";
import { correctItems } from "@/lib/sync/correct-items";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { recordDeed } from "./record-deed";
import { requireKindOf } from "./require-kind";

type Who = { actor: string; at: Date };

/**
 * A person's decision about many items at once, or the confirmation of what each would be: all or
 * none, as a batch that can be taken back. Errors: `not_found`; `unprocessable` where the kind
 * belongs to another category.
 */
export async function setCategories({
  ctx,
  input: { productId: id, ...wish },
}: {
  ctx: Context;
  input: { productId: string } & SetCategories;
}): Promise<OverrideBatch> {
  const { workspaceId, id: productId } = await requireProduct(ctx, id, "classify");
  const { category, kind = null } = wish;
  if (category) await requireKindOf(ctx, productId, { category, kind });
  const batchId = crypto.randomUUID();
  const who = { actor: ctx.actor.name, at: ctx.now() };
  const asked = [...new Set(wish.items)];
  return ctx.db.transaction(async (tx) => {
    await lockClassification(tx, productId);
    const items = await readItemsToClassify(tx, { workspaceId, itemIds: asked });
    const own = items.filter((item) => item.productId === productId);
    const overrides = own.flatMap((item) => overrideOf(item, wish, who) ?? []);
    const itemIds = overrides.map(({ itemId }) => itemId);
    await insertOverrideBatch(tx, { workspaceId, batchId, productId, itemIds, ...who });
    await upsertOverrides(tx, { workspaceId, batchId, overrides });
    const { modelOf } = ctx;
    await correctItems(tx, { workspaceId, productId, itemIds, ...who, modelOf });
    const detail = { items: itemIds.length, category: category ?? null, kind };
    await recordDeed(ctx, tx, { kind: "override.set", productId, subject: batchId, detail });
    const decided = new Set(itemIds);
    const skipped = asked.filter((one) => !decided.has(one));
    return { batchId, decided: decided.size, skipped };
  });
}

function overrideOf(
  { id: itemId, current }: ItemToClassify,
  { category, kind, reason }: SetCategories,
  who: Who,
): OverrideOfItem | null {
  if (category) {
    return { itemId, category, kind: kind ?? null, reason: reason || null, ...who };
  }
  const answer = current?.suggestion ?? current;
  if (answer?.category == null) return null;
  const { category: confirmed, kind: ofKind } = answer;
  return { itemId, category: confirmed, kind: ofKind, reason: "confirmed", ...who };
}
