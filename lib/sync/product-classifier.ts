import type { Db } from "@/db/client";
import { findRuleSet } from "@/db/queries/rule-sets";
import { type Classifier, createClassifier } from "@/lib/classify/classifier";
import { defaultRuleSet } from "@/lib/classify/rules/default-rules";
import { type RuleSet, ruleSetSchema } from "@/lib/classify/rules/rule-set";
import type { Suggester } from "@/lib/classify/suggester";

export type ProductKey = { workspaceId: string; productId: string };

/**
 * The text model of a product as it is after a version of its corrections, or null where there is
 * none. The same key and version give the same answers, whatever was synced since.
 */
export type ModelOf = (db: Db, key: ProductKey, learntVersion: number) => Promise<Suggester | null>;

/** Where nothing is to be guessed. */
export const noModel: ModelOf = async () => null;

const mostKept = 50;
const kept = new Map<string, Classifier>();

/** One version of a product's rules; version 0 is what every product begins with. */
export async function loadRuleSet(db: Db, key: ProductKey, version: number): Promise<RuleSet> {
  if (version === 0) return defaultRuleSet;
  const row = await findRuleSet(db, key, version);
  if (row === null) throw new Error(`Version ${version} of the rules is gone.`);
  return ruleSetSchema.parse(row.content);
}

/** The same, ready to classify; a version never changes, so it is kept. */
export async function loadClassifier(
  db: Db,
  key: ProductKey,
  version: number,
): Promise<Classifier> {
  const name = version === 0 ? "default" : `${key.workspaceId} ${key.productId} ${version}`;
  const known = kept.get(name);
  if (known) return known;
  const classifier = createClassifier(await loadRuleSet(db, key, version));
  const oldest = kept.size >= mostKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(name, classifier);
  return classifier;
}
