import { z } from "zod";

const nodeSchema = z.object({
  type: z.string(),
  text: z.string().optional().catch(undefined),
  content: z.array(z.unknown()).catch([]).default([]),
  attrs: z.record(z.string(), z.unknown()).catch({}).default({}),
});
type Node = z.infer<typeof nodeSchema>;

/** No editor nests this deep; past it a document is hostile. */
const maxDepth = 100;

/**
 * An Atlassian document (ADF) as plain text: blocks on lines of their own, list items marked. Parts
 * of a kind that is not known give their text; null where it is no document.
 */
export function adfToText(document: unknown): string | null {
  const parsed = nodeSchema.safeParse(document);
  if (!parsed.success || parsed.data.type !== "doc") return null;
  return blocks(parsed.data, 0).trim();
}

function render(part: unknown, depth: number): string {
  const parsed = nodeSchema.safeParse(part);
  return parsed.success && depth < maxDepth ? renderNode(parsed.data, depth) : "";
}

function renderNode(node: Node, depth: number): string {
  switch (node.type) {
    case "text":
      return node.text ?? "";
    case "hardBreak":
      return "\n";
    case "rule":
      return "----\n";
    case "mention":
    case "status":
    case "placeholder":
      return attribute(node, "text");
    case "emoji":
      return attribute(node, "text") || attribute(node, "shortName");
    case "inlineCard":
    case "blockCard":
    case "embedCard":
      return attribute(node, "url");
    case "date":
      return dateText(attribute(node, "timestamp"));
    case "bulletList":
    case "taskList":
    case "decisionList":
      return list(node, depth, () => "- ");
    case "orderedList":
      return list(node, depth, (index) => `${index + 1}. `);
    case "tableRow":
      return `${node.content.map((cell) => render(cell, depth + 1).trim()).join(" | ")}\n`;
    case "paragraph":
    case "heading":
    case "codeBlock":
    case "taskItem":
    case "decisionItem":
      return `${inline(node, depth)}\n`;
    default:
      return blocks(node, depth);
  }
}

function inline(node: Node, depth: number): string {
  return node.content.map((part) => render(part, depth + 1)).join("");
}

function blocks(node: Node, depth: number): string {
  return inline(node, depth);
}

function list(node: Node, depth: number, mark: (index: number) => string): string {
  const items = node.content.map((item, index) => {
    const text = render(item, depth + 1).trim();
    return `${mark(index)}${text.replaceAll("\n", "\n  ")}\n`;
  });
  return items.join("");
}

function attribute({ attrs }: Node, name: string): string {
  const value = attrs[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** Milliseconds since 1970, as a text. */
function dateText(timestamp: string): string {
  const date = new Date(Number(timestamp));
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}
