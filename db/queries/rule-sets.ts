import { and, desc, eq, lt } from "drizzle-orm";
import type { Db } from "../client";
import { type RuleSetRow, ruleSets } from "../schema";

type ProductKey = { workspaceId: string; productId: string };

const ofProduct = ({ workspaceId, productId }: ProductKey) =>
  and(eq(ruleSets.workspaceId, workspaceId), eq(ruleSets.productId, productId));

/** Stores a version; false where somebody else has stored that one already. */
export async function insertRuleSet(db: Db, row: RuleSetRow): Promise<boolean> {
  const inserted = await db
    .insert(ruleSets)
    .values(row)
    .onConflictDoNothing()
    .returning({ version: ruleSets.version });
  return inserted.length > 0;
}

export async function findRuleSet(
  db: Db,
  key: ProductKey,
  version: number,
): Promise<RuleSetRow | null> {
  const [row] = await db
    .select()
    .from(ruleSets)
    .where(and(ofProduct(key), eq(ruleSets.version, version)));
  return row ?? null;
}

/** A product's versions, newest first, before the given one. */
export function listRuleSets(
  db: Db,
  key: ProductKey,
  { before, limit }: { before: number | null; limit: number },
): Promise<RuleSetRow[]> {
  return db
    .select()
    .from(ruleSets)
    .where(and(ofProduct(key), before === null ? undefined : lt(ruleSets.version, before)))
    .orderBy(desc(ruleSets.version))
    .limit(limit);
}
