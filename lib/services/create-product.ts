import type { z } from "zod";
import { insertProduct } from "@/db/queries/products";
import { insertSource } from "@/db/queries/sources";
import { classifierVersion } from "@/lib/classify/classify-item";
import type { createProductSchema, Product } from "@/lib/contracts/products";
import { ledgerVersion } from "@/lib/domain/ledger";
import { talkDefaults } from "@/lib/domain/trigger";
import { checkedSource } from "./checked-source";
import type { Context } from "./context";
import { productAnswer } from "./product-answer";
import { recordDeed } from "./record-deed";
import { requireRight } from "./rights";
import { syncSoon } from "./sync-soon";

/**
 * Creates a product; with a source, both or neither: the place is checked first, and the first sync
 * starts. Errors: `unprocessable` with the input of the source at fault and what to do.
 */
export async function createProduct({
  ctx,
  input: { source, ...product },
}: {
  ctx: Context;
  input: z.output<typeof createProductSchema>;
}): Promise<Product> {
  requireRight(ctx.actor, "create_products");
  const { workspaceId } = ctx.actor;
  const id = crypto.randomUUID();
  const checked = source ? await checkedSource(ctx, { productId: id, source }) : null;
  const createdAt = ctx.now();
  const row = {
    ...product,
    workspaceId,
    id,
    sample: false,
    classifierVersion,
    rulesVersion: 0,
    correctionsVersion: 0,
    learntVersion: 0,
    ledgerVersion,
    ...talkDefaults,
    createdAt,
  };
  await ctx.db.transaction(async (tx) => {
    await insertProduct(tx, row);
    const { name } = row;
    const deed = { kind: "product.create" as const, productId: id, subject: id };
    await recordDeed(ctx, tx, { ...deed, detail: { name } });
    if (!checked) return;
    await insertSource(tx, checked.row);
    const connected = { kind: "source.create" as const, productId: id, subject: checked.row.id };
    const detail = { name: checked.row.name, kind: checked.row.kind };
    await recordDeed(ctx, tx, { ...connected, detail });
  });
  if (checked) await syncSoon(ctx, { workspaceId, sourceId: checked.row.id });
  return productAnswer(row);
}
