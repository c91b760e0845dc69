import { findReclassification } from "@/db/queries/reclassifications";
import { listRuleSets } from "@/db/queries/rule-sets";
import type { ProductRow, RuleSetRow } from "@/db/schema";
import { defaultRuleSet } from "@/lib/classify/rules/default-rules";
import { ruleSetSchema } from "@/lib/classify/rules/rule-set";
import type { Rules, RulesVersion } from "@/lib/contracts/rules";
import type { Context } from "./context";

/** A product's latest rules, and how far the items are decided by them. */
export async function rulesAnswer(ctx: Context, product: ProductRow): Promise<Rules> {
  const key = { workspaceId: product.workspaceId, productId: product.id };
  const [[latest], walk] = await Promise.all([
    listRuleSets(ctx.db, key, { before: null, limit: 1 }),
    findReclassification(ctx.db, key),
  ]);
  return {
    ...versionAnswer(latest ?? null),
    activeVersion: product.rulesVersion,
    reclassification: walk && {
      rulesVersion: walk.rulesVersion,
      learns: walk.learns,
      done: walk.done,
      total: Math.max(walk.total, walk.done),
      changed: walk.changed,
      startedAt: walk.startedAt.toISOString(),
      finishedAt: walk.finishedAt?.toISOString() ?? null,
    },
  };
}

/** A stored version in the contract's words; without a row, the one every product begins with. */
export function versionAnswer(row: RuleSetRow | null): RulesVersion {
  if (row === null) {
    const facts = { version: 0, note: null, restoredFrom: null, actor: null, createdAt: null };
    return { ...facts, ruleSet: defaultRuleSet };
  }
  const { version, note, restoredFrom, actor, createdAt } = row;
  const ruleSet = ruleSetSchema.parse(row.content);
  return { version, note, restoredFrom, actor, createdAt: createdAt.toISOString(), ruleSet };
}
