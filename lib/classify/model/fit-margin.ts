import type { FeatureVector } from "./feature-view";

/** One text to learn from: on which side of the question it stands, and how much it counts. */
export type Example = { features: FeatureVector; side: 1 | -1; importance: number; given: number };

/** Where weights are kept while they are learnt. */
export type GrowingWeights = {
  margin(features: FeatureVector): number;
  add(features: FeatureVector, amount: number): void;
  /** By how much `margin` grows where a text's features are added once. */
  energy(features: FeatureVector): number;
};

export type FitOptions = {
  /** How far a single example may pull; small numbers stay near what was known. */
  cost: number;
  rounds: number;
  seed: number;
};

/**
 * Fits a linear margin by dual coordinate descent on the squared hinge loss with an L2 penalty
 * (Hsieh et al., ICML 2008, algorithm 1). `given` is a margin known beforehand: what is learnt is
 * then the smallest change to it. Needs no logarithm or exponential, so that the same examples in
 * the same order give the same bits everywhere. Returns the bias.
 */
export function fitMargin(
  examples: readonly Example[],
  weights: GrowingWeights,
  { cost, rounds, seed }: FitOptions,
): number {
  const duals = new Float64Array(examples.length);
  const softness = Float64Array.from(examples, ({ importance }) => 0.5 / (cost * importance));
  const curvature = Float64Array.from(examples, ({ features }) => 1 + weights.energy(features));
  const order = Int32Array.from(examples, (_example, index) => index);
  const random = randomBelow(seed);
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      const soft = softness[index] ?? 0;
      const dual = duals[index] ?? 0;
      if (!example || soft === Number.POSITIVE_INFINITY) continue;
      const margin = example.given + bias + weights.margin(example.features);
      const gradient = example.side * margin - 1 + soft * dual;
      if (dual === 0 && gradient >= 0) continue;
      const next = Math.max(0, dual - gradient / ((curvature[index] ?? 1) + soft));
      if (next === dual) continue;
      duals[index] = next;
      const amount = (next - dual) * example.side;
      weights.add(example.features, amount);
      bias += amount;
    }
  }
  return bias;
}

/** Fisher and Yates, from the end. */
function shuffle(order: Int32Array, random: (below: number) => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = random(last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** Mulberry32: the same whole numbers from the same seed, on every machine. */
export function randomBelow(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}
