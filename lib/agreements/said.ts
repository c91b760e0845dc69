import { dayWords } from "./day-words";

/** A sentence in parts, so that its days can be written as its reader writes days. */
export type Said = (string | { day: string })[];

/** A template of a sentence; its values are words, days, or sentences of their own. */
export function said(texts: TemplateStringsArray, ...values: (string | { day: string } | Said)[]) {
  const parts: Said = [];
  for (const [index, text] of texts.entries()) parts.push(text, ...[values[index] ?? ""].flat());
  return parts.filter((part) => part !== "");
}

/** The sentence as messages and files have it. */
export function sentenceOf(parts: Said): string {
  return parts.map((part) => (typeof part === "string" ? part : dayWords(part.day))).join("");
}
