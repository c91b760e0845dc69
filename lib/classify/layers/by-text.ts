import type { BalanceCategory } from "@/lib/domain/category";
import type { Kind } from "@/lib/domain/kind";
import type { Probabilities } from "../model/calibration";
import type { TextEvidence } from "../model/explain";
import { kindOfText } from "../model/kind-of-text";
import type { ItemText } from "../model/read-features";
import type { TextModel } from "../model/text-model";

/** What the text says, whether or not it is sure enough to be taken. */
export type TextAnswer = {
  category: BalanceCategory;
  kind: Kind | null;
  because: "model";
  confidence: number;
  probabilities: Probabilities;
  evidence: TextEvidence[];
  /** At or above the threshold; below it, this is a suggestion and the item stays unclassified. */
  taken: boolean;
};

/** The last layer: null where the text has no word to go by. Pure, and never throws. */
export function classifyByText(
  text: ItemText,
  model: TextModel,
  threshold: number,
): TextAnswer | null {
  const { category, confidence, ...rest } = model.predict(text);
  if (category === null) return null;
  const kind = kindOfText(category, text.title);
  const taken = confidence >= threshold;
  return { category, kind, because: "model", confidence, ...rest, taken };
}
