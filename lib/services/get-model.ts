import { accuracyOf, fewest } from "@/lib/classify/model/accuracy";
import type { Model } from "@/lib/contracts/model";
import { loadClassifier } from "@/lib/sync/product-classifier";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { learningAnswer } from "./learning-answer";
import { modelRecord } from "./model-record";

/** How accurate a product's text model has been, and what it has learnt. Errors: `not_found`. */
export async function getModel({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string };
}): Promise<Model> {
  const product = await requireProduct(ctx, input.productId, "read");
  const key = { workspaceId: product.workspaceId, productId: product.id };
  const record = await modelRecord(ctx, product);
  const { modelThreshold: threshold } = await loadClassifier(ctx.db, key, product.rulesVersion);
  return {
    learning: await learningAnswer(ctx, product),
    fewest,
    threshold,
    judged: record.length,
    ...accuracyOf(record, { threshold }),
  };
}
