import type { Decision, Evidence } from "@/lib/domain/classification";
import { type CompiledCondition, compileCondition } from "./compile-condition";
import type { Condition } from "./condition";
import { categoryOfKind, type Rule, type RuleSet } from "./rule-set";
import type { RuleSubject } from "./rule-values";

/** What the first rule that an item meets says; null where none does, or it leaves rules out. */
export type Ruling =
  | { ruleId: string; decision: Decision }
  /** The item stays unclassified. */
  | { ruleId: string; decision: null; evidence: Evidence[] }
  | null;

/**
 * Which rules are asked: all, only those that look at how the item ended, or only those that do
 * not. What was not delivered is no work for a rule that did not think of it.
 */
export type RuleScope = "all" | "about_endings" | "about_work";

export type CompiledRules = (subject: RuleSubject, scope: RuleScope) => Ruling;

type CompiledRule = { rule: Rule; condition: CompiledCondition; readsEnding: boolean };

/** A set of rules ready to be asked of many items, in order: the first that is met decides. */
export function compileRules({ rules, kinds }: RuleSet): CompiledRules {
  const compiled = rules
    .filter(({ enabled }) => enabled)
    .map((rule) => ({
      rule,
      condition: compileCondition(rule.when),
      readsEnding: conditionsOf(rule.when).some(({ field }) => field === "resolution"),
    }));
  const scopes: Record<RuleScope, CompiledRule[]> = {
    all: compiled,
    about_endings: compiled.filter(({ readsEnding }) => readsEnding),
    about_work: compiled.filter(({ readsEnding }) => !readsEnding),
  };
  return (subject, scope) => {
    const met = scopes[scope].find(({ condition }) => condition.test(subject));
    if (met === undefined) return null;
    const { decide, id: ruleId } = met.rule;
    const evidence = [evidenceOf(met, subject)];
    switch (decide.action) {
      case "skip_rules":
        return null;
      case "leave_unclassified":
        return { ruleId, decision: null, evidence };
      case "classify": {
        const { kind = null } = decide;
        const category = decide.category ?? (kind === null ? null : categoryOfKind(kind, kinds));
        if (category === null) return null;
        return { ruleId, decision: { category, kind, because: "rule", confidence: 1, evidence } };
      }
    }
  };
}

/** A condition and all it is made of. */
export function conditionsOf(condition: Condition): Condition[] {
  const { all = [], any = [], not } = condition;
  const parts = [...all, ...any, ...(not ? [not] : [])];
  return [condition, ...parts.flatMap(conditionsOf)];
}

/** The rule by its name, not its version: saving another rule leaves this one's items as they are. */
function evidenceOf({ rule, condition }: CompiledRule, subject: RuleSubject) {
  const met = condition.find(subject);
  const matched = met && `${met.field} ${met.value.slice(0, 200).toWellFormed()}`;
  return { field: "rule" as const, value: rule.name, ...(matched && { matched }) };
}
