import { insertProduct } from "@/db/queries/products";
import { insertSource } from "@/db/queries/sources";
import { classifierVersion } from "@/lib/classify/classify-item";
import type { Product } from "@/lib/contracts/products";
import { ledgerVersion } from "@/lib/domain/ledger";
import { talkDefaults } from "@/lib/domain/trigger";
import type { Context } from "./context";
import { productAnswer } from "./product-answer";
import { recordDeed } from "./record-deed";
import { requireRight } from "./rights";
import { syncSoon } from "./sync-soon";

const seed = 20_260_401;

/**
 * Creates the sample product: three generated years, read by the same sync as any tracker and marked
 * as a sample for ever. Opening it again makes another, so that trying things out harms nothing.
 */
export async function createSampleProduct({
  ctx,
  input,
}: {
  ctx: Context;
  input: { timeZone: string };
}): Promise<Product> {
  requireRight(ctx.actor, "create_products");
  const { workspaceId } = ctx.actor;
  const createdAt = ctx.now();
  const product = {
    workspaceId,
    id: crypto.randomUUID(),
    name: "Sample product",
    timeZone: input.timeZone,
    weekStart: "monday" as const,
    sample: true,
    classifierVersion,
    rulesVersion: 0,
    correctionsVersion: 0,
    learntVersion: 0,
    ledgerVersion,
    ...talkDefaults,
    createdAt,
  };
  const sourceId = crypto.randomUUID();
  await ctx.db.transaction(async (tx) => {
    await insertProduct(tx, product);
    const { id: productId, name } = product;
    const deed = { kind: "product.create" as const, productId, subject: productId };
    await recordDeed(ctx, tx, { ...deed, detail: { name, sample: true } });
    await insertSource(tx, {
      workspaceId,
      id: sourceId,
      productId: product.id,
      kind: "sample",
      identity: "sample",
      name: "Generated history",
      url: "",
      apiUrl: null,
      count: "issues",
      settings: { seed, anchor: createdAt.toISOString() },
      credential: null,
      nextRunAt: createdAt,
      createdAt,
    });
  });
  await syncSoon(ctx, { workspaceId, sourceId });
  return productAnswer(product);
}
