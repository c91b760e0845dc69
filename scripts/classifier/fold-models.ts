import { loadTextModel, type TextModel } from "@/lib/classify/model/text-model";
import { encodeWeights, type ModelWeights } from "@/lib/classify/model/weights-file";
import { foldCount, foldsOf } from "./folds";
import { quantise } from "./make-model";
import { trainOptions, trainWeights } from "./train-weights";
import type { ReadRow } from "./training-set";

/** A model and the rows of the repositories that it has not seen. */
export type FoldModel = { model: TextModel; unseen: ReadRow[] };

/** One model a fold, made as the shipped one is and read by its calibration. */
export function* foldModels(rows: readonly ReadRow[], shipped: ModelWeights): Generator<FoldModel> {
  const folds = foldsOf(rows.map(({ row }) => row));
  for (let fold = 0; fold < foldCount; fold += 1) {
    const seen = rows.filter(({ row }) => folds.get(row.repository) !== fold);
    const unseen = rows.filter(({ row }) => folds.get(row.repository) === fold);
    const weights = { ...shipped, ...quantise(trainWeights(seen, trainOptions)) };
    yield { model: loadTextModel(encodeWeights(weights)), unseen };
  }
}
