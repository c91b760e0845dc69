import { z } from "zod";
import { listRuleSets } from "@/db/queries/rule-sets";
import type { RulesVersionList } from "@/lib/contracts/rules";
import type { Context } from "./context";
import { readCursorOf, writeCursorOf } from "./cursor";
import { requireProduct } from "./find-product";
import { versionAnswer } from "./rules-answer";

const cursorSchema = z.object({ version: z.int() });

/** Who saved which version of a product's rules, newest first; version 0 ends the list. */
export async function listRuleVersions({
  ctx,
  input,
}: {
  ctx: Context;
  input: { productId: string; limit: number; cursor?: string | undefined };
}): Promise<RulesVersionList> {
  const product = await requireProduct(ctx, input.productId, "read");
  const key = { workspaceId: product.workspaceId, productId: product.id };
  const before = readCursorOf(cursorSchema, input.cursor)?.version ?? null;
  const rows = await listRuleSets(ctx.db, key, { before, limit: input.limit });
  const last = rows.length === input.limit ? rows.at(-1) : undefined;
  const versions = last ? rows : [...rows, null];
  return {
    items: versions.map((row) => {
      const { ruleSet, ...version } = versionAnswer(row);
      return { ...version, rules: ruleSet.rules.length };
    }),
    nextCursor: last ? writeCursorOf(cursorSchema, { version: last.version }) : null,
  };
}
