import { kindDefinitions } from "@/lib/domain/definitions";
import type { Grouping } from "@/lib/domain/grouping";
import { kinds } from "@/lib/domain/kind";
import type { ItemsView } from "./filter-parameters";

export const groupingNames: Record<Grouping, string> = {
  label: "Label",
  epic: "Epic",
  assignee: "Assignee",
  source: "Source",
  kind: "Kind",
  component: "Component",
  milestone: "Milestone",
};

/** What a group is called alone: itself, or of a source and a kind the name. */
export function groupValue(
  by: Grouping,
  value: string,
  sourceName: (id: string) => string,
): string {
  if (by === "source") return sourceName(value);
  const kind = by === "kind" && kinds.find((one) => one === value);
  return kind ? kindDefinitions[kind].name : value;
}

/** The groups a list is narrowed to, in words: `Label: checkout`, `No label`; null where it is not. */
export function groupFilterName(
  { groupBy, group, groupNot }: Pick<ItemsView, "groupBy" | "group" | "groupNot">,
  sourceName: (id: string) => string,
): string | null {
  if (groupBy === null) return null;
  const noun = groupingNames[groupBy];
  const list = (values: string[]) =>
    values.map((value) => groupValue(groupBy, value, sourceName)).join(", ");
  if (group?.length) return `${noun}: ${list(group)}`;
  if (groupNot?.length) return `Another ${noun.toLowerCase()} than ${list(groupNot)}`;
  return `No ${noun.toLowerCase()}`;
}
