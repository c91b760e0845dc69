import { defaultCategoryOfKind, type Kind } from "@/lib/domain/kind";
import { strongest } from "../label-precedence";
import {
  type LabelReading,
  notWorkKinds,
  type ReadingStep,
  type WordsReader,
} from "../label-reading";
import { type LabelWord, squash } from "../label-words";
import { commonParts, headPhrases, qualifiers, tailPhrases } from "../lexicon/label-grammar";

function segmentsOf(words: LabelWord[]): LabelWord[][] {
  const segments: LabelWord[][] = [];
  for (const word of words) {
    const last = segments.at(-1);
    if (last && !word.afterMark) last.push(word);
    else segments.push([{ ...word, afterMark: false }]);
  }
  return segments;
}

const isQualifier = (segment: LabelWord[]) => segment.every(({ text }) => qualifiers.has(text));
const isPart = (segment: LabelWord[]) => segment.every(({ text }) => commonParts.has(text));

/** "question / support" is how a tracker that also answers users says question. */
const asking: ReadonlySet<Kind> = new Set(["question", "discussion", "support"]);

/** "improvement: refactoring" says where to improve; "bug / enhancement" leaves it open. */
const improvable: ReadonlySet<Kind> = new Set([
  ...(["enhancement", "documentation", "refactor", "cleanup", "performance"] as const),
  ...(["test", "build", "debt"] as const),
]);

/** Whether readings of several categories still say one thing: the stronger of them. */
function isSettled(readings: LabelReading[], best: LabelReading): boolean {
  const found = new Set(readings.map(({ kind }) => defaultCategoryOfKind[kind]));
  if (found.size === 1 || notWorkKinds.has(best.kind)) return true;
  if ([asking, improvable].some((set) => readings.every(({ kind }) => set.has(kind)))) return true;
  return !(found.has("feature") || found.has("excluded"));
}

function agree(readings: LabelReading[]): LabelReading | null {
  const best = strongest(readings);
  if (!best || !isSettled(readings, best)) return null;
  return { ...best, confidence: Math.min(best.confidence, 0.9) };
}

/** Where only some parts are understood: "bug: audio", "linux / bug", "bug/status/invalid". */
function detailed(segments: LabelWord[][], readings: (LabelReading | null)[]): ReadingStep {
  const ended = readings.find((reading) => reading && notWorkKinds.has(reading.kind));
  const [head, tail] = [segments[0] ?? [], segments.at(-1) ?? []];
  const [first, last] = [readings[0], readings.at(-1)];
  if (ended) return { ...ended, confidence: 0.8 };
  if (first && headPhrases.has(squash(head))) return { ...first, confidence: 0.8 };
  const named = tailPhrases.has(squash(tail)) || (tail.length > 1 && last?.confidence === 1);
  return last && named ? { ...last, confidence: 0.8 } : null;
}

/** Two phrases parted by a mark, or one phrase with a detail. */
export function readCompound(words: LabelWord[], readAgain: WordsReader): ReadingStep {
  const segments = segmentsOf(words).filter((segment) => !isQualifier(segment));
  if (segments.length < 2) return null;
  const saying = segments.filter((segment) => !isPart(segment));
  if (saying.length < 2) return null;
  const readings = saying.map((segment) => readAgain(segment));
  const understood = readings.filter((reading) => reading !== null);
  if (understood.length === saying.length) return agree(understood) ?? "silent";
  return detailed(saying, readings);
}
