import type { Rules } from "@/lib/contracts/rules";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { requireVersion } from "./get-rules-version";
import { saveVersion } from "./save-rules";

/** Saves a new version that is equal to an old one. Errors: `not_found`; `conflict` as on saving. */
export async function restoreRules({
  ctx,
  input: { productId, version, expectedVersion },
}: {
  ctx: Context;
  input: { productId: string; version: number; expectedVersion: number };
}): Promise<Rules> {
  const product = await requireProduct(ctx, productId, "manage_rules");
  const { ruleSet } = await requireVersion(ctx, product, version);
  return saveVersion(ctx, product, {
    expectedVersion,
    ruleSet,
    note: null,
    restoredFrom: version,
  });
}
