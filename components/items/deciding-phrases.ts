import type { Item } from "@/lib/contracts/items";

/** The words of the item's text that decided, or that its suggestion rests on. */
export function decidingPhrases({ evidence, suggestion }: Pick<Item, "evidence" | "suggestion">) {
  return [...evidence, ...(suggestion?.evidence ?? [])].flatMap(({ field, value, matched }) => {
    // The model names its phrase, and beside it the part of the item that it stands in.
    if (field === "text") return [value];
    return field === "title" && matched ? [matched] : [];
  });
}

export type TextPart = { text: string; marked: boolean };

/** The text cut at each of the phrases, whole words in any case. What is not in it marks nothing. */
export function markPhrases(text: string, phrases: readonly string[]): TextPart[] {
  const wanted = phrases.map((phrase) => phrase.trim()).filter((phrase) => phrase !== "");
  if (wanted.length === 0) return [{ text, marked: false }];
  const longestFirst = wanted.toSorted((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${longestFirst.join("|")})(?![\\p{L}\\p{N}])`,
    "giu",
  );
  // A split by one group answers what is between, and at each odd place what was found.
  const parts = text.split(pattern).map((part, index) => ({ text: part, marked: index % 2 === 1 }));
  return parts.filter((part) => part.text !== "");
}

function escaped(phrase: string): string {
  return phrase.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&").replaceAll(/\s+/g, "\\s+");
}
