import { csvRow } from "./csv";
import type { Item } from "./items";

const columns = [
  "key",
  "title",
  "url",
  "state",
  "type",
  "labels",
  "category",
  "kind",
  "because",
  "confidence",
  "createdAt",
  "closedAt",
  "removedAt",
  "points",
  "effortDays",
  "assignee",
  "parentKey",
  "id",
  "source",
  "number",
  "components",
  "sprint",
  "milestone",
  "assignees",
] as const satisfies readonly (keyof Item)[];

/** The first line of an export. */
export const csvHeader = csvRow(columns);

/** One line of an export. */
export function csvLine(item: Item): string {
  return csvRow(columns.map((column) => item[column]));
}
