import { isSame } from "./is-same";
import type { Rule, RuleSet } from "./rule-set";

/** What was done to a set of rules between two of its versions. */
export type RulesComparison = {
  added: Rule[];
  removed: Rule[];
  changed: { before: Rule; after: Rule }[];
  /** Rules of both that stand elsewhere among those of both; positions from 0. */
  moved: { id: string; name: string; from: number; to: number }[];
  kinds: { kind: string; before: string | null; after: string | null }[];
  modelThreshold: { before: number; after: number } | null;
};

/** Rules are the same where their id is. */
export function compareRules(before: RuleSet, after: RuleSet): RulesComparison {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  const fresh = new Map(after.rules.map((rule) => [rule.id, rule]));
  const common = after.rules.filter(({ id }) => old.has(id));
  const order = before.rules.filter(({ id }) => fresh.has(id)).map(({ id }) => id);
  return {
    added: after.rules.filter(({ id }) => !old.has(id)),
    removed: before.rules.filter(({ id }) => !fresh.has(id)),
    changed: common.flatMap((rule) => {
      const was = old.get(rule.id);
      return was === undefined || isSame(was, rule) ? [] : [{ before: was, after: rule }];
    }),
    moved: common.flatMap(({ id, name }, to) => {
      const from = order.indexOf(id);
      return from === to ? [] : [{ id, name, from, to }];
    }),
    kinds: changedKinds(before.kinds, after.kinds),
    modelThreshold:
      before.modelThreshold === after.modelThreshold
        ? null
        : { before: before.modelThreshold, after: after.modelThreshold },
  };
}

function changedKinds(before: Record<string, string>, after: Record<string, string>) {
  const kinds = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return kinds
    .map((kind) => ({ kind, before: before[kind] ?? null, after: after[kind] ?? null }))
    .filter((change) => change.before !== change.after);
}
