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
  "assignee",
  "parentKey",
  "id",
  "source",
  "number",
] as const satisfies readonly (keyof Item)[];

/** The first line of an export, RFC 4180. */
export const csvHeader = `${columns.join(",")}\r\n`;

/** One line of an export. Texts that a spreadsheet would run as a formula are made inert. */
export function csvLine(item: Item): string {
  return `${columns.map((column) => csvCell(item[column])).join(",")}\r\n`;
}

function csvCell(value: Item[keyof Item]): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = Array.isArray(value) ? value.map(String).join("; ") : String(value);
  // A leading apostrophe is what spreadsheets themselves use to say "this is text".
  const inert = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
