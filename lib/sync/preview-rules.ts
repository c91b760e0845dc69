import type { Db } from "@/db/client";
import {
  type ClassificationChange,
  type ItemToClassify,
  readProductItemsToClassify,
} from "@/db/queries/classifications";
import { createClassifier } from "@/lib/classify/classifier";
import { subjectIn } from "@/lib/classify/classify-family";
import type { RuleSet } from "@/lib/classify/rules/rule-set";
import { type RuleWarning, watchUnmet } from "@/lib/classify/rules/watch-unmet";
import type { Suggester } from "@/lib/classify/suggester";
import type { Classification } from "@/lib/domain/classification";
import { batchSizeFor, changesOf, decideBatch, loadBatch } from "./decide-items";
import type { ProductKey } from "./product-classifier";

/** A counted item whose category or kind another set of rules would change. */
export type ItemChange = { item: ItemToClassify } & Omit<ClassificationChange, "itemId">;

export type PreviewBatch = {
  looked: number;
  changes: ItemChange[];
  /** How many of the batch each rule would decide, by the rule's name. */
  decided: Map<string, number>;
};

/**
 * Decides all items of a product by rules that are not saved, a batch at a time and in the order of
 * ids after `after`, by the very functions that a reclassification uses. Writes nothing.
 */
export async function* previewBatches(
  db: Db,
  key: ProductKey,
  input: { ruleSet: RuleSet; after: string; model: Suggester | null },
): AsyncGenerator<PreviewBatch, RuleWarning[]> {
  const classifier = createClassifier(input.ruleSet);
  const unmet = watchUnmet(input.ruleSet);
  const decider = { classifier, model: input.model };
  const limit = batchSizeFor([decider]);
  let { after } = input;
  for (;;) {
    const items = await readProductItemsToClassify(db, { ...key, after, limit });
    const { workspaceId } = key;
    const batch = await loadBatch(db, { workspaceId, items }, classifier.customFields);
    const answers = await decideBatch(db, batch, decider);
    for (const { id } of items) {
      const subject = subjectIn(batch.family, id);
      if (subject) unmet.see(subject);
    }
    yield { looked: items.length, changes: visible(items, answers), decided: countRules(answers) };
    const last = items.at(-1);
    if (!last || items.length < limit) return unmet.warnings();
    after = last.id;
  }
}

/** What the balance does not count moves nothing there: epics, sub-tasks, what left undone. */
function visible(
  items: ItemToClassify[],
  answers: ReadonlyMap<string, Classification>,
): ItemChange[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return changesOf(items, answers).flatMap(({ itemId, from, to }) => {
    const item = byId.get(itemId);
    if (item === undefined || !isSeen(item)) return [];
    const isOther = from?.category !== to.category || from?.kind !== to.kind;
    const isNothing = from === null && to.category === null;
    return isOther && !isNothing ? [{ item, from, to }] : [];
  });
}

function isSeen({ weight }: ItemToClassify): boolean {
  return weight.isCounted && !(weight.isRemoved && weight.closedAt === null);
}

function countRules(answers: ReadonlyMap<string, Classification>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { because, evidence } of answers.values()) {
    const name = evidence[0]?.value;
    if (because !== "rule" || name === undefined) continue;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
