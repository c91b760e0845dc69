import { listDisputes } from "@/db/queries/disputes";
import { findItem, readClassificationChanges, readItemEvents } from "@/db/queries/items";
import type { DisputeRow } from "@/db/schema";
import type { ItemDetail } from "@/lib/contracts/items";
import { AppError } from "@/lib/errors";
import type { ProductRight } from "@/lib/rights/rights";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { requireRightIn } from "./rights";

/** One item with its text, its evidence and both journals. Errors: `not_found`. */
export async function getItem({
  ctx,
  input,
}: {
  ctx: Context;
  input: { itemId: string };
}): Promise<ItemDetail> {
  const found = await requireItem(ctx, input.itemId, "read");
  const key = { workspaceId: ctx.actor.workspaceId, itemId: found.id };
  const [events, classificationChanges, disputes] = await Promise.all([
    readItemEvents(ctx.db, key),
    readClassificationChanges(ctx.db, key),
    listDisputes(ctx.db, key),
  ]);
  const { productId: _productId, ...item } = found;
  return { ...item, events, classificationChanges, disputes: disputes.map(disputeAnswer) };
}

function disputeAnswer({ reason, actor, at, settledAt, settledBy }: DisputeRow) {
  const times = { at: at.toISOString(), settledAt: settledAt?.toISOString() ?? null };
  return { reason, actor, ...times, settledBy };
}

/** The item of this workspace, with its product. Errors: `not_found`. */
export async function requireItem(ctx: Context, itemId: string, right: ProductRight) {
  const { workspaceId } = ctx.actor;
  const found = isUuid(itemId) ? await findItem(ctx.db, { workspaceId, itemId }) : null;
  if (!found) throw noSuchItem();
  requireRightIn(ctx.actor, right, found.productId, noSuchItem);
  return found;
}

function noSuchItem(): AppError {
  return new AppError("not_found", "There is no such item.");
}
