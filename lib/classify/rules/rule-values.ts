import type { WorkItem } from "@/lib/domain/work-item";
import type { Condition, RuleField } from "./condition";

/** What rules read of an item, beside what the lexicon reads. */
export type RuleSubject = Pick<
  WorkItem,
  | "key"
  | "title"
  | "type"
  | "labels"
  | "components"
  | "milestone"
  | "sprint"
  | "priority"
  | "status"
  | "originalResolution"
  | "resolution"
  | "author"
  | "assignees"
  | "parentKey"
> & {
  /** Texts of the custom fields that the rules name, by that name. */
  custom: Record<string, string[]>;
  /** What it is a part of, nearest first, as far as it is stored. */
  ancestors: { key: string; title: string }[];
};

/** The texts of a field that a condition compares. An absent value is none, not an empty text. */
export function valuesOf(subject: RuleSubject, { field, name = "" }: Condition): string[] {
  if (field === undefined) return [];
  return field === "custom" ? (subject.custom[name] ?? []) : readers[field](subject);
}

const readers: Record<Exclude<RuleField, "custom">, (subject: RuleSubject) => string[]> = {
  type: ({ type }) => present(type),
  label: ({ labels }) => labels,
  project: ({ key }) => [projectOf(key)],
  component: ({ components }) => components,
  milestone: ({ milestone }) => present(milestone),
  sprint: ({ sprint }) => present(sprint),
  parent: ({ parentKey, ancestors: [parent] }) => [
    ...present(parentKey),
    ...present(parent?.title ?? null),
  ],
  ancestor: ({ ancestors }) => ancestors.flatMap(({ key, title }) => [key, title]),
  priority: ({ priority }) => present(priority),
  status: ({ status }) => present(status),
  resolution: ({ resolution, originalResolution }) => [
    ...present(originalResolution),
    ...present(resolution),
  ],
  title: ({ title }) => present(title),
  author: ({ author }) => present(author),
  assignee: ({ assignees }) => assignees,
};

function present(value: string | null): string[] {
  return value === null || value === "" ? [] : [value];
}

/** `owner/name` of `owner/name#12`, `PAY` of `PAY-12`: the repository or project. */
function projectOf(key: string): string {
  return key.replace(/[#-]\d+$/, "");
}
