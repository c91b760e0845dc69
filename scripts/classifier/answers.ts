import type { Probabilities } from "@/lib/classify/model/calibration";
import { likeliest } from "@/lib/classify/model/text-model";
import type { CorpusRow } from "./corpus";
import type { Answer } from "./measure";

/** Feature or upkeep: the question that the balance rests on. */
export const sides = ["feature", "upkeep"] as const;

export function sideAnswer(row: CorpusRow, { feature }: Probabilities): Answer {
  return {
    truth: row.category === "feature" ? "feature" : "upkeep",
    said: feature >= 0.5 ? "feature" : "upkeep",
    confidence: Math.max(feature, 1 - feature),
    group: row.repository,
  };
}

export function categoryAnswer(row: CorpusRow, probabilities: Probabilities): Answer {
  const said = likeliest(probabilities);
  return { truth: row.category, said, confidence: probabilities[said], group: row.repository };
}
