/**
 * The text with what Postgres cannot store (NUL, lone surrogates) replaced by U+FFFD, and without byte
 * order marks before it, of which the embedded database's driver takes one at each reading.
 */
export function storableText(text: string): string {
  return text
    .toWellFormed()
    .replace(/^\uFEFF+/, "")
    .replaceAll("\u0000", "\uFFFD");
}

/** The same, where null and absent both mean "none". */
export function storableTextOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined ? null : storableText(text);
}
