import type { Condition } from "@/lib/classify/rules/condition";
import type { Rule, RuleSet } from "@/lib/classify/rules/rule-set";

/** Each edit answers a new set; the one it was given stays as it is. */

export function withRule(set: RuleSet, rule: Rule): RuleSet {
  return { ...set, rules: set.rules.map((one) => (one.id === rule.id ? rule : one)) };
}

export function withoutRule(set: RuleSet, id: string): RuleSet {
  return { ...set, rules: set.rules.filter((rule) => rule.id !== id) };
}

/** Puts a rule in at a place, counted from 0. */
export function withRuleAt(set: RuleSet, rule: Rule, at: number): RuleSet {
  return { ...set, rules: set.rules.toSpliced(at, 0, rule) };
}

/** Moves a rule to a place, counted from 0 among the others; beyond an end is that end. */
export function withRuleMoved(set: RuleSet, id: string, to: number): RuleSet {
  const rule = set.rules.find((one) => one.id === id);
  return rule ? withRuleAt(withoutRule(set, id), rule, Math.max(0, to)) : set;
}

export type NewRule = { when: Condition; decide: Rule["decide"] };

/** A rule with an id of its own and a name that no other has. */
export function newRule(set: RuleSet, { when, decide }: NewRule): Rule {
  const names = new Set(set.rules.map(({ name }) => name));
  let number = set.rules.length + 1;
  while (names.has(`Rule ${number}`)) number++;
  return { id: randomId(), name: `Rule ${number}`, enabled: true, when, decide };
}

/** `randomUUID` is missing where a page was opened without TLS. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
