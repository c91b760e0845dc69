import { findItem, readClassificationChanges, readItemEvents } from "@/db/queries/items";
import type { ItemDetail } from "@/lib/contracts/items";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { isUuid } from "./find-product";
import { requireRight } from "./rights";

/** One item with its text, its evidence and both journals. Errors: `not_found`. */
export async function getItem({
  ctx,
  input,
}: {
  ctx: Context;
  input: { itemId: string };
}): Promise<ItemDetail> {
  requireRight(ctx.actor, "read");
  const key = { workspaceId: ctx.actor.workspaceId, itemId: input.itemId };
  const found = isUuid(input.itemId) ? await findItem(ctx.db, key) : null;
  if (!found) throw new AppError("not_found", "There is no such item.");
  const [events, classificationChanges] = await Promise.all([
    readItemEvents(ctx.db, key),
    readClassificationChanges(ctx.db, key),
  ]);
  const { productId: _productId, ...item } = found;
  return { ...item, events, classificationChanges };
}
