import fc from "fast-check";
import type { Condition } from "@/lib/classify/rules/condition";
import { type RuleSet, ruleSetSchema } from "@/lib/classify/rules/rule-set";
import { defaultCategoryOfKind, kinds } from "@/lib/domain/kind";

/** A set of the given rules, each with an id and a name of its own. */
export function ruleSetOf(
  rules: { when: Condition; decide: RuleSet["rules"][number]["decide"] }[],
  change: Partial<RuleSet> = {},
): RuleSet {
  const named = rules.map((rule, index) => ({ id: `r${index}`, name: `Rule ${index}`, ...rule }));
  return ruleSetSchema.parse({ rules: named, ...change });
}

const words = ["bug", "api", "Area/DB", "Story", "ada", "Sprint 1", "PAY", "high", "epic"] as const;
const word = fc.constantFrom(...words);
const texts = fc.array(word, { minLength: 1, maxLength: 3 });
const field = fc.constantFrom(
  ...(["type", "label", "title", "author", "component", "priority", "parent", "ancestor"] as const),
);

const comparison: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ field, is: texts }),
  fc.record({ field, like: texts.map((all) => all.map((one) => `*${one.slice(1, 4)}*`)) }),
  fc.record({ field, matches: word.map((one) => `^${one.slice(0, 2)}|${one.slice(-2)}$`) }),
  fc.record({ field, empty: fc.boolean() }),
  fc.record({ field: fc.constant("custom" as const), name: fc.constant("sprint"), is: texts }),
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    comparison,
    fc.record({ all: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie("condition"), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie("condition") }),
  ),
}));

const decide = fc.oneof(
  fc.constantFrom(...kinds).map((kind) => ({ action: "classify" as const, kind })),
  fc
    .constantFrom(...(["feature", "rewrite", "tech_debt", "excluded"] as const))
    .map((category) => ({ action: "classify" as const, category })),
  fc.constantFrom({ action: "leave_unclassified" as const }, { action: "skip_rules" as const }),
);

/** Any set of rules over few words, so that rules and items meet. */
export const anyRuleSet: fc.Arbitrary<RuleSet> = fc
  .record({
    rules: fc.array(fc.record({ when: condition, decide }), { maxLength: 4 }),
    kinds: fc.dictionary(
      fc.constantFrom(...kinds),
      fc.constantFrom(...Object.values(defaultCategoryOfKind)),
      { maxKeys: 3 },
    ),
  })
  .map(({ rules, kinds: map }) => ruleSetOf(rules, { kinds: map }));

export { condition as anyCondition, word as anyWord };
