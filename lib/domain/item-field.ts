/**
 * Fields of an item whose values a person chooses from when filtering or writing a rule. `epic` is
 * the key of anything it is a part of, at any depth.
 */
export const itemFields = [
  "label",
  "component",
  "type",
  "status",
  "priority",
  "sprint",
  "milestone",
  "epic",
  "author",
  "assignee",
] as const;
export type ItemField = (typeof itemFields)[number];
