import { compareRules as compare, type RulesComparison } from "@/lib/classify/rules/compare-rules";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { requireVersion } from "./get-rules-version";

/** What was done to a product's rules from one version to another. Errors: `not_found`. */
export async function compareRules({
  ctx,
  input: { productId, from, to },
}: {
  ctx: Context;
  input: { productId: string; from: number; to: number };
}): Promise<RulesComparison> {
  const product = await requireProduct(ctx, productId, "read");
  const before = await requireVersion(ctx, product, from);
  const after = await requireVersion(ctx, product, to);
  return compare(before.ruleSet, after.ruleSet);
}
