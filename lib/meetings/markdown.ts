/**
 * What people wrote, as one line of plain text in a Markdown document: nothing in it makes a
 * heading, a list, a link, a table or markup of its own.
 */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&")
    .replace(/^([-+=:]|\d+(?=[.)]))/, (begin) => `\\${begin}`)
    .replace(/^\\(\d+)([.)])/, "$1\\$2");
}

/** Lines as a list; nothing is said to be none. */
export function bulletList(lines: string[]): string {
  return lines.length === 0 ? "None." : lines.map((line) => `- ${line}`).join("\n");
}

/** A table of cells that hold no line breaks of their own. */
export function markdownTable(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
