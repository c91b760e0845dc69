import type { Kind } from "@/lib/domain/kind";
import type { LabelReading } from "../label-reading";
import type { LabelWord } from "../label-words";
import { lookUp } from "../lexicon/lexicon";

const numbering = /^(\d+|[a-z]\d+)$/;
const fillers = new Set(["a", "an", "the", "is", "it", "its", "some"]);

/** Kinds whose bare word is as often the part of the product that an item is about. */
const topicLike: ReadonlySet<Kind> = new Set(["security", "migration"]);
/** "testing" is a column of a board as often as a kind of work. */
const ambiguousKeys = new Set(["testing", "support"]);

/** "06 - regression", "1-bug", "p2 / feature request": an order for the list, not a word. */
function withoutNumbering(words: LabelWord[]): LabelWord[] {
  const start = words.findIndex(({ text }) => !numbering.test(text) && !fillers.has(text));
  return start > 0 ? words.slice(start) : words;
}

/** The whole label is a phrase of the lexicon, but for a number or an article before it. */
export function readExact(words: LabelWord[]): LabelReading | null {
  const entry = lookUp(words) ?? lookUp(withoutNumbering(words));
  if (!entry) return null;
  const weak = ambiguousKeys.has(entry.phrase) || topicLike.has(entry.kind);
  return { ...entry, confidence: 1, weak, denial: false };
}
