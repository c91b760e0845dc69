import type { z } from "zod";
import { lockClassification } from "@/db/queries/product-lock";
import { insertRuleSet, listRuleSets } from "@/db/queries/rule-sets";
import type { ProductRow } from "@/db/schema";
import type { RuleSet } from "@/lib/classify/rules/rule-set";
import type { Rules, saveRulesSchema } from "@/lib/contracts/rules";
import { AppError } from "@/lib/errors";
import { advanceReclassification, requestReclassification } from "@/lib/sync/reclassify-product";
import type { Context } from "./context";
import { requireProduct } from "./find-product";
import { recordDeed } from "./record-deed";
import { rulesAnswer } from "./rules-answer";

/** Batches that a request works off itself, so that a small product shows its new rules at once. */
const mostBatchesAtOnce = 3;

/**
 * Saves a set of rules as a new version and begins to decide all items by it: until the last is
 * decided, every figure shows the version before. Errors: `not_found`; `conflict` where another
 * version was saved since the one that was edited.
 */
export async function saveRules({
  ctx,
  input: { productId, ...change },
}: {
  ctx: Context;
  input: { productId: string } & z.output<typeof saveRulesSchema>;
}): Promise<Rules> {
  const product = await requireProduct(ctx, productId, "manage_rules");
  return saveVersion(ctx, product, { ...change, note: change.note ?? null, restoredFrom: null });
}

export type NewVersion = {
  expectedVersion: number;
  ruleSet: RuleSet;
  note: string | null;
  restoredFrom: number | null;
};

export async function saveVersion(
  ctx: Context,
  product: ProductRow,
  { expectedVersion, ruleSet, note, restoredFrom }: NewVersion,
): Promise<Rules> {
  const key = { workspaceId: product.workspaceId, productId: product.id };
  const { name: actor } = ctx.actor;
  const at = ctx.now();
  const version = expectedVersion + 1;
  await ctx.db.transaction(async (tx) => {
    await lockClassification(tx, key.productId);
    const [latest] = await listRuleSets(tx, key, { before: null, limit: 1 });
    if ((latest?.version ?? 0) !== expectedVersion) throw savedSince(latest?.version ?? 0);
    const row = { ...key, version, content: ruleSet, note, restoredFrom, actor, createdAt: at };
    if (!(await insertRuleSet(tx, row))) throw savedSince(version);
    await requestReclassification(tx, key, { rulesVersion: version, actor, at });
    const { productId } = key;
    const deed = { kind: "rules.save" as const, productId, subject: productId };
    await recordDeed(ctx, tx, { ...deed, detail: { version, restoredFrom } });
  });
  await begin(ctx, key);
  return rulesAnswer(ctx, await requireProduct(ctx, key.productId, "manage_rules"));
}

async function begin(ctx: Context, key: { workspaceId: string; productId: string }): Promise<void> {
  try {
    for (let batch = 0; batch < mostBatchesAtOnce; batch++) {
      if (!(await advanceReclassification(ctx, key))) return;
    }
  } catch {
    // It is saved: the background goes through the same batches, and tells what keeps it from that.
  }
  ctx.reclassification.wake();
}

function savedSince(version: number): AppError {
  const message = `Somebody has saved version ${version} since: load it, and make your change there.`;
  return new AppError("conflict", message, { fields: { expectedVersion: message } });
}
