/** What items are grouped by, to see which of them moved a share. An `epic` is the direct parent. */
export const groupings = [
  "label",
  "epic",
  "assignee",
  "source",
  "kind",
  "component",
  "milestone",
] as const;
export type Grouping = (typeof groupings)[number];

/** Whether an item can be in several groups at once, and then counts in equal parts in each. */
export function isShared(by: Grouping): boolean {
  return by === "label" || by === "component" || by === "assignee";
}

/** Items of groups: of one of these, of others than these, or of none at all. */
export type GroupFilter = { by: Grouping } & (
  | { values: string[] }
  | { otherThan: string[] }
  | { none: true }
);
