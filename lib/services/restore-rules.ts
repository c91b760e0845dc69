import type { Rules } from "@/lib/contracts/rules";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { requireVersion } from "./get-rules-version";
import { requireRight } from "./rights";
import { saveVersion } from "./save-rules";

/** Saves a new version that is equal to an old one. Errors: `not_found`; `conflict` as on saving. */
export async function restoreRules({
  ctx,
  input: { productId, version, expectedVersion },
}: {
  ctx: Context;
  input: { productId: string; version: number; expectedVersion: number };
}): Promise<Rules> {
  requireRight(ctx.actor, "manage_rules");
  const product = await requireProduct(ctx, productId);
  const { ruleSet } = await requireVersion(ctx, product, version);
  return saveVersion(ctx, product, {
    expectedVersion,
    ruleSet,
    note: null,
    restoredFrom: version,
  });
}
