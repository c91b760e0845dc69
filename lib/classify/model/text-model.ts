import { type BalanceCategory, balanceCategories } from "@/lib/domain/category";
import { calibrate, type Probabilities } from "./calibration";
import { explain, type TextEvidence } from "./explain";
import { type FeatureVector, FeatureViews } from "./feature-view";
import type { Margins } from "./outputs";
import { type ItemText, type ReadWords, readFeatures } from "./read-features";
import { byteTable, type WeightTable } from "./weight-table";
import { decodeWeights, levelsOf, type ModelWeights } from "./weights-file";

export type TextPrediction = {
  /** The likeliest; null where there is no word to go by. */
  category: BalanceCategory | null;
  /** The category's probability, 0..1. */
  confidence: number;
  probabilities: Probabilities;
  /** The words that decided, strongest first. */
  evidence: TextEvidence[];
};

export type TextModel = {
  /** Default for a product: nine answers of ten at or above it were right on unseen repositories. */
  threshold: number;
  predict(text: ItemText): TextPrediction;
  /** {@link predict} without the words that decided: half the time. */
  probabilities(text: ItemText): Probabilities;
  /** With the model itself: where a module is loaded twice, both find them. */
  parts: ModelParts;
};

/** What a model is made of, for who builds one out of another. */
export type ModelParts = {
  weights: ModelWeights;
  tables: readonly WeightTable[];
  biases: readonly number[];
};

/** The shared model from the bytes of `weights.bin`. Errors: `TypeError` on other bytes. */
export function loadTextModel(bytes: Uint8Array): TextModel {
  const weights = decodeWeights(bytes);
  const table = byteTable(weights.slots, weights.codes, levelsOf(weights.scales));
  return buildTextModel({ weights, tables: [table], biases: weights.biases });
}

const unknown: Probabilities = { feature: 0.25, maintenance: 0.25, rewrite: 0.25, tech_debt: 0.25 };

export function buildTextModel(made: ModelParts): TextModel {
  const plain = new FeatureViews(false);
  const traced = new FeatureViews(true);
  const judge = (read: ReadWords, features: FeatureVector): Probabilities => {
    if (isWordless(read)) return { ...unknown };
    const { withBody, titleOnly } = made.weights.calibration;
    return calibrate(hasBody(read) ? withBody : titleOnly, marginsOf(made, features));
  };
  return {
    parts: made,
    threshold: made.weights.threshold,
    probabilities: (text) => {
      const read = readFeatures(plain, text);
      return judge(read, plain.vector());
    },
    predict: (text) => {
      const read = readFeatures(traced, text);
      const probabilities = judge(read, traced.vector());
      if (isWordless(read)) {
        return { category: null, confidence: 0, probabilities, evidence: [] };
      }
      const category = likeliest(probabilities);
      const { withBody, titleOnly } = made.weights.calibration;
      const evidence = explain(text, read, traced, made.tables, {
        category,
        probabilities,
        calibration: hasBody(read) ? withBody : titleOnly,
      });
      return { category, confidence: probabilities[category], probabilities, evidence };
    },
  };
}

function isWordless({ title, body }: ReadWords): boolean {
  return title.length + body.length === 0;
}

/** A few stray words under a title are no body. */
export function hasBody({ body }: ReadWords): boolean {
  return body.length >= 5;
}

export function marginsOf({ tables, biases }: ModelParts, features: FeatureVector): Margins {
  const margins: Margins = [biases[0] ?? 0, biases[1] ?? 0, biases[2] ?? 0];
  for (const table of tables) table.addTo(margins, features);
  return margins;
}

/** Of equals the first in the written order. */
export function likeliest(probabilities: Probabilities): BalanceCategory {
  return balanceCategories.reduce((best, category) =>
    probabilities[category] > probabilities[best] ? category : best,
  );
}
