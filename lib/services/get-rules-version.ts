import { findRuleSet } from "@/db/queries/rule-sets";
import type { ProductRow } from "@/db/schema";
import type { RulesVersion } from "@/lib/contracts/rules";
import { AppError } from "@/lib/errors";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { versionAnswer } from "./rules-answer";

/** One version of a product's rules as it was saved. Errors: `not_found`. */
export async function getRulesVersion({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; version: number };
}): Promise<RulesVersion> {
  return requireVersion(ctx, await requireProduct(ctx, input.productId, "read"), input.version);
}

export async function requireVersion(
  ctx: Context,
  { workspaceId, id: productId }: ProductRow,
  version: number,
): Promise<RulesVersion> {
  if (version === 0) return versionAnswer(null);
  const isVersion = Number.isInteger(version) && version > 0 && version < 2 ** 31;
  const row = isVersion ? await findRuleSet(ctx.db, { workspaceId, productId }, version) : null;
  if (row === null) throw new AppError("not_found", "There is no such version of the rules.");
  return versionAnswer(row);
}
