import { type Kind, kinds } from "@/lib/domain/kind";
import { type LabelWord, labelWords, squash } from "../label-words";
import { phrasesOfKind } from "./phrases";
import { otherLanguagePhrases } from "./phrases-other-languages";

/** A phrase of the lexicon as it is written there, and the kind it names. */
export type LexiconEntry = { kind: Kind; phrase: string };

function compile(): Map<string, LexiconEntry> {
  const entries = new Map<string, LexiconEntry>();
  const plurals = new Map<string, LexiconEntry>();
  for (const kind of kinds) {
    for (const phrase of [...phrasesOfKind[kind], ...(otherLanguagePhrases[kind] ?? [])]) {
      const key = squash(labelWords(phrase));
      // "ci" and its like have no plural; a plural never replaces a phrase that was written down.
      if (key.length > 2) plurals.set(`${key}s`, { kind, phrase });
      if (!entries.has(key)) entries.set(key, { kind, phrase });
    }
  }
  return new Map([...plurals, ...entries]);
}

const entries = compile();

/** The entry these words spell exactly, separators and plural aside, or undefined. */
export function lookUp(words: readonly LabelWord[]): LexiconEntry | undefined {
  return entries.get(squash(words));
}
