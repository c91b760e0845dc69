/** Fields of an item whose values a person chooses from when filtering or writing a rule. */
export const itemFields = [
  "label",
  "component",
  "type",
  "status",
  "priority",
  "sprint",
  "milestone",
  "author",
  "assignee",
] as const;
export type ItemField = (typeof itemFields)[number];
