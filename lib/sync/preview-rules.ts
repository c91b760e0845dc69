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

/** All of it of what the balance counts. */
export type PreviewBatch = {
  looked: number;
  changes: ItemChange[];
  /** How many each rule would decide or leave unclassified, by the rule's name. */
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
    const seen = new Map(items.filter(isSeen).map((item) => [item.id, item]));
    yield {
      looked: seen.size,
      changes: changesIn(seen, answers),
      decided: countRules(seen, answers),
    };
    const last = items.at(-1);
    if (!last || items.length < limit) return unmet.warnings();
    after = last.id;
  }
}

/** Of those that the balance counts: what epics, sub-tasks and what left undone become moves nothing there. */
function changesIn(
  seen: ReadonlyMap<string, ItemToClassify>,
  answers: ReadonlyMap<string, Classification>,
): ItemChange[] {
  return changesOf([...seen.values()], answers).flatMap(({ itemId, from, to }) => {
    const item = seen.get(itemId);
    const isOther = from?.category !== to.category || from?.kind !== to.kind;
    const isNothing = from === null && to.category === null;
    return item && isOther && !isNothing ? [{ item, from, to }] : [];
  });
}

function isSeen({ weight }: ItemToClassify): boolean {
  return weight.isCounted && !(weight.isRemoved && weight.closedAt === null);
}

/** What rules classify, and what they leave unclassified. */
function countRules(
  seen: ReadonlyMap<string, ItemToClassify>,
  answers: ReadonlyMap<string, Classification>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of seen.keys()) {
    const [first] = answers.get(id)?.evidence ?? [];
    if (first?.field === "rule") counts.set(first.value, (counts.get(first.value) ?? 0) + 1);
  }
  return counts;
}
