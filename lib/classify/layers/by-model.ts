import type { Classification, Suggestion } from "@/lib/domain/classification";
import { unclassified } from "@/lib/domain/classification";

/** Sure enough, its answer is taken; below, the item is unclassified with a suggestion. */
export function classifyByModel(
  answer: Suggestion | null,
  { modelThreshold }: { modelThreshold: number },
): Classification {
  if (answer === null || answer.confidence < modelThreshold) {
    return { ...unclassified, suggestion: answer };
  }
  return { ...answer, because: "model", suggestion: null };
}
