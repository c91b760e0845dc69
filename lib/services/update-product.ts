import type { z } from "zod";
import { rebuildLedger } from "@/db/queries/ledger";
import { allowLongStatements } from "@/db/queries/long-statements";
import { lockClassification } from "@/db/queries/product-lock";
import { findProduct, updateProduct as writeProduct } from "@/db/queries/products";
import type { Product, updateProductSchema } from "@/lib/contracts/products";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { productAnswer } from "./product-answer";
import { recordDeed } from "./record-deed";

/** Changes a product's name, its calendar, or when it asks for a talk. Errors: `not_found`. */
export async function updateProduct({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; change: z.output<typeof updateProductSchema> };
}): Promise<Product> {
  const { id, workspaceId } = await requireProduct(ctx, input.productId, "manage_products");
  const { name, timeZone, weekStart, digest, outsidePeriods, outsidePeriod } = input.change;
  const change = {
    ...(name && { name }),
    ...(timeZone && { timeZone }),
    ...(weekStart && { weekStart }),
    ...(digest && { digest }),
    ...(outsidePeriods && { outsidePeriods }),
    ...(outsidePeriod && { outsidePeriod }),
  };
  const key = { workspaceId, productId: id };
  const row = await ctx.db.transaction(async (tx) => {
    await allowLongStatements(tx);
    await lockClassification(tx, id);
    const before = await findProduct(tx, key);
    const after = await writeProduct(tx, key, change);
    const isOtherCalendar =
      before?.timeZone !== after?.timeZone || before?.weekStart !== after?.weekStart;
    if (after && isOtherCalendar) await rebuildLedger(tx, key);
    if (!before || !after) return after;
    // A form sends all of its fields: what stays as it was is no deed.
    const held = new Map<string, unknown>(Object.entries(before));
    const changed = Object.entries(change).filter(([field, value]) => held.get(field) !== value);
    if (changed.length === 0) return after;
    const detail = { changed: changed.map(([field]) => field).join(", "), name: after.name };
    const deed = { kind: "product.update" as const, productId: id, subject: id };
    await recordDeed(ctx, tx, { ...deed, detail });
    return after;
  });
  if (!row) throw new AppError("not_found", "There is no such product.");
  return productAnswer(row);
}
