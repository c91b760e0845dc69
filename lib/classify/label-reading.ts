import type { Kind } from "@/lib/domain/kind";
import type { LabelWord } from "./label-words";

/** What a label says an item is. */
export type LabelReading = {
  kind: Kind;
  /** The lexicon's phrase that matched. */
  phrase: string;
  /** 1 where the whole label is the phrase; less where words around it were read past. */
  confidence: number;
  /** It may as well name a part of the product (`area: documentation`). */
  weak: boolean;
  /** It says only that the item is no bug. */
  denial: boolean;
};

/** `silent` ends the reading: the label is understood, and says nothing about the kind. */
export type ReadingStep = LabelReading | "silent" | null;

export type WordsReader = (words: LabelWord[]) => LabelReading | null;

/** One way of reading a label; null leaves it to the next. `readAgain` reads a part of it. */
export type LabelReader = (words: LabelWord[], readAgain: WordsReader) => ReadingStep;

/** Kinds that say an item is no work at all. */
export const notWorkKinds: ReadonlySet<Kind> = new Set(["duplicate", "invalid", "wont_do"]);
