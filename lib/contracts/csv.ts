/** What a cell holds; lists stand in one cell. */
export type CsvValue = string | number | boolean | null | readonly unknown[];

/** One line of a file, RFC 4180. Texts that a spreadsheet would run as a formula are made inert. */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(",")}\r\n`;
}

const skipped = String.raw`[\s\p{Cc}\p{Cf}]`;
const sign = String.raw`[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]`;

/** What a spreadsheet would run in a cell, also after signs that it skips. */
const formula = new RegExp(String.raw`^(?:${skipped}*${sign}|[\t\r])`, "u");

/**
 * The same after what a spreadsheet may take for a cell's end: in some countries that is a semicolon,
 * and there our quotes do not hold a line together.
 */
const innerFormula = new RegExp(
  String.raw`([;\t\r\n])(?=(?:(?![;\t\r\n])["\s\p{Cc}\p{Cf}])*${sign})`,
  "gu",
);

/** An apostrophe is how spreadsheets themselves say "this is text". */
function inert(text: string): string {
  const inside = text.replaceAll(innerFormula, "$1'");
  return formula.test(text) ? `'${inside}` : inside;
}

function csvCell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = Array.isArray(value) ? value.map(String).join("; ") : String(value);
  const written = inert(text);
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
}
