import { readCompound } from "./label-readers/compound";
import { readDenial } from "./label-readers/denial";
import { readExact } from "./label-readers/exact";
import { readNamespaced } from "./label-readers/namespaced";
import { readQualified } from "./label-readers/qualified";
import type { LabelReader, LabelReading } from "./label-reading";
import { type LabelWord, labelWords } from "./label-words";

/** The surest way of reading first. */
const readers: readonly LabelReader[] = [
  readExact,
  readNamespaced,
  readDenial,
  readCompound,
  readQualified,
];

/** Namespaces and compounds nest; a real label never deeper than this. */
const deepest = 4;

function readWords(words: LabelWord[], depth = 0): LabelReading | null {
  if (words.length === 0 || words.length > 12 || depth > deepest) return null;
  for (const read of readers) {
    const reading = read(words, (inner) => readWords(inner, depth + 1));
    if (reading === "silent") return null;
    if (reading) return reading;
  }
  return null;
}

const latin = /^[\p{Script=Latin}\p{N}]+$/u;

/** Reads one label; null where it says nothing about what the item is. Never throws. */
export function readLabel(label: string): LabelReading | null {
  const words = labelWords(label);
  const reading = readWords(words);
  if (reading) return reading;
  // "enhancement 功能加強": the label says the same in two languages.
  const latinWords = words.filter(({ text }) => latin.test(text));
  return latinWords.length < words.length ? readWords(latinWords) : null;
}
