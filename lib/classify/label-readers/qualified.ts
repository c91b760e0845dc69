import type { Kind } from "@/lib/domain/kind";
import type { LabelReading } from "../label-reading";
import { type LabelWord, squash } from "../label-words";
import { commonParts, prepositions, qualifiers, tailPhrases } from "../lexicon/label-grammar";
import { lookUp } from "../lexicon/lexicon";

/** Whether something is a duplicate, or will be done, is not known while it is "possible". */
const notQualified: ReadonlySet<Kind> = new Set([
  ...(["duplicate", "invalid", "wont_do", "security", "migration", "support", "test"] as const),
  ...(["build", "chore", "discussion", "performance"] as const),
]);

/** "fix proposed", "confirmed fix": how far a fix is, not what the item is. */
const doneOrNot = new Set(["fix", "fixes"]);

function qualified(words: LabelWord[]): LabelReading | null {
  const entry = lookUp(words);
  if (!entry || notQualified.has(entry.kind) || doneOrNot.has(entry.phrase)) return null;
  return { ...entry, confidence: 0.9, weak: false, denial: false };
}

const isQualifier = ({ text }: LabelWord) => qualifiers.has(text) || commonParts.has(text);

/** "critical bug", "user feature request": every other word is a known qualifier. */
function withoutQualifiers(words: LabelWord[]): LabelReading | null {
  const start = words.findIndex((word) => !isQualifier(word));
  if (start < 0) return null;
  const end = words.findLastIndex((word) => !isQualifier(word)) + 1;
  const reading = qualified(words.slice(start, end));
  const part = words.slice(end).some(({ text }) => commonParts.has(text));
  return reading?.kind === "new_feature" && part ? null : reading;
}

/** "firefox bug", "css code cleanup": the last words say what it is. */
function byTail(words: LabelWord[]): LabelReading | null {
  if (words.length > 4) return null;
  for (const length of [3, 2, 1]) {
    const tail = words.slice(-length);
    if (tail.length === 1 && !tailPhrases.has(squash(tail))) return null;
    const reading = qualified(tail);
    if (reading) return { ...reading, confidence: 0.8 };
  }
  return null;
}

/** "bug in dependency", "regression on master". */
function byHead(words: LabelWord[]): LabelReading | null {
  const [head, next] = words;
  if (!head || !next || !prepositions.has(next.text)) return null;
  const reading = tailPhrases.has(head.text) ? qualified([head]) : null;
  return reading && { ...reading, confidence: 0.8 };
}

/** One phrase among words that do not change its meaning. */
export function readQualified(words: LabelWord[]): LabelReading | null {
  return withoutQualifiers(words) ?? byTail(words) ?? byHead(words);
}
