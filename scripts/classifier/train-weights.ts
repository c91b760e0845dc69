import type { FeatureVector } from "@/lib/classify/model/feature-view";
import { type Example, fitMargin } from "@/lib/classify/model/fit-margin";
import { type Margins, outputs } from "@/lib/classify/model/outputs";
import { DenseWeights, sharedVocabulary, type Vocabulary, within } from "./dense-weights";
import { type LoudnessOptions, loudnessOf } from "./loudness";
import {
  balanceSides,
  keyOf,
  type ReadRow,
  repositoryImportance,
  sourceImportance,
} from "./training-set";

/** Weights before they are made small: one column an output, by place in the vocabulary. */
export type RawWeights = {
  vocabulary: Vocabulary;
  columns: readonly Float64Array[];
  biases: readonly number[];
};

/** `cost` is how far one text may pull, for each of the outputs. */
export type TrainOptions = {
  cost: readonly number[];
  rounds: number;
  /** In how many repositories a feature must occur. */
  least: number;
  loudness: LoudnessOptions;
};

export const trainOptions: TrainOptions = {
  cost: [0.05, 0.05, 0.05],
  rounds: 8,
  least: 3,
  loudness: { prior: 2, share: 0.7, most: 2 },
};

/** Fits the three questions to the rows given. */
export function trainWeights(rows: readonly ReadRow[], options: TrainOptions): RawWeights {
  const vocabulary = sharedVocabulary(groupsOf(rows).values(), options.least);
  const texts = weighedTexts(rows, vocabulary);
  const fits = outputs.map((_name, output) => {
    const examples = balanceSides(texts.flatMap((text) => exampleOf(text, output)));
    const loudness = loudnessOf(examples, vocabulary.repositories, options.loudness);
    const weights = new DenseWeights(loudness);
    const cost = options.cost[output] ?? 0;
    const bias = fitMargin(examples, weights, { cost, rounds: options.rounds, seed: 1 + output });
    return { bias, column: weights.values };
  });
  return {
    vocabulary,
    columns: fits.map(({ column }) => column),
    biases: fits.map(({ bias }) => bias),
  };
}

function groupsOf(rows: readonly ReadRow[]): Map<string, FeatureVector[]> {
  const groups = new Map<string, FeatureVector[]>();
  for (const { row, features } of rows) {
    const group = groups.get(keyOf(row)) ?? [];
    group.push(features);
    groups.set(keyOf(row), group);
  }
  return groups;
}

type WeighedText = {
  isFeature: boolean;
  category: ReadRow["category"];
  features: FeatureVector;
  importance: number;
};

function weighedTexts(rows: readonly ReadRow[], vocabulary: Vocabulary): WeighedText[] {
  const byRepository = repositoryImportance(rows);
  return rows.flatMap(({ row, category, features, short, learnShort }) => {
    const importance = (byRepository.get(keyOf(row)) ?? 0) * (sourceImportance[row.source] ?? 1);
    const isFeature = row.category === "feature";
    const whole = { isFeature, category, features: within(vocabulary, features), importance };
    if (!short || !learnShort) return [whole];
    const title = { features: within(vocabulary, short), importance: importance / 2 };
    return [whole, { ...whole, ...title }];
  });
}

/** First the side, of everything; then the kind, of upkeep that has one. */
function exampleOf(text: WeighedText, output: number): Example[] {
  const { isFeature, category, features, importance } = text;
  if (output > 0 && (isFeature || category === null)) return [];
  const wanted = output === 0 ? isFeature : category === outputs[output];
  return [{ features, side: wanted ? 1 : -1, importance, given: 0 }];
}

export function rawMargins(weights: RawWeights, features: FeatureVector): Margins {
  const { slots, values } = within(weights.vocabulary, features);
  const margins = weights.columns.map((column, output) => {
    let sum = weights.biases[output] ?? 0;
    for (let i = 0; i < slots.length; i += 1)
      sum += (column[slots[i] ?? 0] ?? 0) * (values[i] ?? 0);
    return sum;
  });
  const [feature = 0, rewrite = 0, techDebt = 0] = margins;
  return [feature, rewrite, techDebt];
}
