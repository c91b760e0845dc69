/** What a cell holds; lists stand in one cell. */
export type CsvValue = string | number | boolean | null | readonly unknown[];

/** One line of a file, RFC 4180. Texts that a spreadsheet would run as a formula are made inert. */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = Array.isArray(value) ? value.map(String).join("; ") : String(value);
  // A leading apostrophe is what spreadsheets themselves use to say "this is text".
  const inert = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
