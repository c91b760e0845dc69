import type { Evidence, Suggestion } from "@/lib/domain/classification";
import type { Suggester } from "../suggester";
import type { TextEvidence } from "./explain";
import { kindOfText } from "./kind-of-text";
import { likeliest, type TextModel } from "./text-model";

/** Enough to see why; the drawer marks them where they stand. */
const mostPhrases = 4;

/**
 * A text model as the classifier asks it: the likeliest category, its finer word, and why. Where
 * `shared`, of which it is an adaptation, would name another category, the evidence says so.
 */
export function suggestsBy(model: TextModel, shared: TextModel = model): Suggester {
  return {
    classify: (text): Suggestion | null => {
      const { category, confidence, evidence } = model.predict(text);
      if (category === null) return null;
      const before = shared === model ? category : likeliest(shared.probabilities(text));
      const words = evidence.slice(0, mostPhrases).map(phraseOf);
      return {
        category,
        kind: kindOfText(category, text.title),
        // Stored and compared: digits beyond these are noise.
        confidence: Math.round(confidence * 1e4) / 1e4,
        evidence: before === category ? words : [...words, { field: "correction", value: before }],
      };
    },
  };
}

function phraseOf({ field, text }: TextEvidence): Evidence {
  // Half a letter, cut from its pair, could not be stored.
  return { field: "text", value: text.toWellFormed(), matched: field };
}
