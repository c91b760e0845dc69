/**
 * Jira's wiki markup as plain text: what is written stays, what only dresses it goes. Every pattern
 * keeps to one line or to a bounded piece of it, so that no text takes more than linear time.
 */
export function wikiToText(markup: string): string {
  const lines = markup.replaceAll("\r\n", "\n").split("\n");
  return lines
    .map(lineToText)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function lineToText(line: string): string {
  const text = line
    .replace(/\{\{([^{}]{1,500})\}\}/g, "$1")
    .replace(/\{(?:code|noformat|quote|panel|color)(?::[^{}]{0,200})?\}/g, "")
    .replace(/^\s*(?:h[1-6]|bq)\.\s+/, "")
    .replace(/^\s*([*#-]+)\s+/, listMark)
    .replace(/\[([^\][|]{1,500})\|([^\][|]{1,1000})(?:\|[^\][|]{0,100})?\]/g, linkText)
    .replace(/\[((?:https?:\/\/|mailto:|~)[^\][|]{1,1000})\]/g, (_link, target: string) =>
      target.replace(/^(?:mailto:|~)/, ""),
    )
    .replace(/!([^!\s|]{1,300}\.\w{1,5})(?:\|[^!]{0,200})?!/g, "")
    .replace(/\|\|/g, " | ")
    .replace(/(?:^|(?<=[\s(]))([*_+^~])(?=\S)([^*_+^~\n]{1,500}?)\1(?=$|[\s).,;:!?])/g, "$2")
    .replace(/\\\\(?=\s|$)/g, "\n")
    .replace(/\\([{}[\]*_+^~!|#-])/g, "$1");
  return tableRow(text).trimEnd();
}

function listMark(_mark: string, marks: string): string {
  // A lone dash line is a rule, which the caller's pattern leaves alone: it has no text after it.
  const indent = "  ".repeat(marks.length - 1);
  return `${indent}${marks.endsWith("#") ? "1." : "-"} `;
}

/** A link keeps its words, and its address where it is one. */
function linkText(_link: string, words: string, target: string): string {
  return /^https?:/.test(target) && target !== words ? `${words} (${target})` : words;
}

function tableRow(line: string): string {
  const match = /^\s*\|(.*)\|\s*$/.exec(line);
  return match?.[1] === undefined ? line : match[1].trim();
}
