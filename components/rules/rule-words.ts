import type { Condition, RuleField } from "@/lib/classify/rules/condition";
import type { KindsMap, Rule } from "@/lib/classify/rules/rule-set";
import { kindDefinitions } from "@/lib/domain/definitions";
import { categoryWords } from "@/lib/domain/glossary";
import { defaultCategoryOfKind, type Kind } from "@/lib/domain/kind";

/** A sentence whose parts are words of ours or values of the tracker, which are set apart. */
export type Words = (string | { value: string })[];

export const fieldNames: Record<RuleField, string> = {
  label: "label",
  type: "type",
  title: "title",
  component: "component",
  milestone: "milestone",
  sprint: "sprint",
  priority: "priority",
  status: "status",
  resolution: "resolution",
  author: "author",
  assignee: "assignee",
  parent: "parent",
  ancestor: "parent at any depth",
  project: "repository or project",
  custom: "custom field",
};

/** `label is *kind/bug* or type is *Bug*`. */
export function conditionWords(condition: Condition): Words {
  const { all, any, not } = condition;
  if (all) return joined(all, " and ");
  if (any) return joined(any, " or ");
  if (not) return ["not (", ...conditionWords(not), ")"];
  return comparisonWords(condition);
}

/** What a rule does with the items it meets: `Maintenance · Bug`. */
export function decisionWords(decide: Rule["decide"], kinds: KindsMap): string {
  switch (decide.action) {
    case "leave_unclassified":
      return "Left unclassified";
    case "skip_rules":
      return "No rule decides";
    case "classify": {
      const category = categoryDecided(decide, kinds);
      const names = [
        category && categoryWords[category].name,
        decide.kind && kindDefinitions[decide.kind].name,
      ];
      return names.filter(Boolean).join(" · ");
    }
  }
}

/** What a kind counts for in a product. */
export function categoryOf(kind: Kind, kinds: KindsMap) {
  return kinds[kind] ?? defaultCategoryOfKind[kind];
}

/** The category that a rule's decision comes to; null where it decides none. */
export function categoryDecided(decide: Rule["decide"], kinds: KindsMap) {
  if (decide.action !== "classify") return null;
  return decide.category ?? (decide.kind ? categoryOf(decide.kind, kinds) : null);
}

/** The sentence as plain text. */
export function plain(words: Words): string {
  return words.map((word) => (typeof word === "string" ? word : word.value)).join("");
}

function joined(parts: Condition[], by: string): Words {
  return parts.flatMap((part, index) => {
    const words = conditionWords(part);
    const own = isGroup(part) && parts.length > 1 ? ["(", ...words, ")"] : words;
    return index === 0 ? own : [by, ...own];
  });
}

function isGroup({ all, any }: Condition): boolean {
  return (all ?? any ?? []).length > 1;
}

function comparisonWords({ field, name, is, like, matches, empty, caseSensitive }: Condition) {
  const what = field === "custom" ? `field ${name ?? ""}` : fieldNames[field ?? "label"];
  const spelling = caseSensitive ? [" (in this spelling)"] : [];
  if (empty !== undefined) return [empty ? `there is no ${what}` : `there is a ${what}`];
  if (is) return [`${what} is `, ...values(is), ...spelling];
  if (like) return [`${what} is like `, ...values(like), ...spelling];
  return [`${what} matches `, { value: matches ?? "" }, ...spelling];
}

function values(texts: string[]): Words {
  return texts.flatMap((value, index) => (index === 0 ? [{ value }] : [" or ", { value }]));
}
