import type { Category } from "@/lib/domain/category";
import type { Kind } from "@/lib/domain/kind";
import { type CompiledRules, compileRules, conditionsOf } from "./rules/compile-rules";
import { categoryOfKind, type RuleSet } from "./rules/rule-set";

/** A product's own part in its answers, ready to be asked of many items. */
export type Classifier = {
  rules: CompiledRules;
  categoryOf(kind: Kind): Category;
  /** From this probability on, the text model's answer is taken. */
  modelThreshold: number;
  /** Fields of the raw record that the rules name. */
  customFields: string[];
};

function customFieldsOf({ rules }: RuleSet): string[] {
  const conditions = rules.flatMap(({ when }) => conditionsOf(when));
  return [...new Set(conditions.flatMap(({ name }) => name ?? []))];
}

export function createClassifier(ruleSet: RuleSet): Classifier {
  const { kinds, modelThreshold } = ruleSet;
  return {
    rules: compileRules(ruleSet),
    categoryOf: (kind) => categoryOfKind(kind, kinds),
    modelThreshold,
    customFields: customFieldsOf(ruleSet),
  };
}
