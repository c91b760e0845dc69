/** Has no width: where it stands nothing is recognised any more. */
export const gap = "\u200b";

/** One line without control or direction signs, in which no address and no mention is recognised. */
export function inertLine(plain: string): string {
  return plain
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .replaceAll(/\p{Cf}/gu, "")
    .trim()
    .replaceAll("@", `@${gap}`)
    .replaceAll("://", `:/${gap}/`)
    .replaceAll(/\b(www|mailto|xmpp)(?=[.:])/gi, `$1${gap}`);
}

/**
 * What people wrote, as one line of plain text in CommonMark, with GitHub's additions in mind, which
 * makes links and mentions of bare texts: nothing in it is a heading, a list, a link, a table or
 * markup of its own.
 */
export function plainMarkdown(plain: string): string {
  return inertLine(plain)
    .replaceAll(/[\\`*_{}[\]<>#|~&$!^]/g, "\\$&")
    .replace(/^[-+=:]/, "\\$&")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}
