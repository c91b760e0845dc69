import type { Example } from "@/lib/classify/model/fit-margin";

export type LoudnessOptions = {
  /** What each side is taken to have said of every feature beforehand: the rare are believed less. */
  prior: number;
  /** How much of a feature's loudness depends on what it tells apart, 0 to 1. */
  share: number;
  /** The loudest that a feature can get. */
  most: number;
};

/**
 * How loudly each feature speaks while it is learnt: by how differently the two sides use it, as in
 * naive Bayes with a support vector machine (Wang and Manning, ACL 2012), but from the difference
 * over the sum, which is exact on every machine where a logarithm is not. What both sides say alike
 * is the repositories' own subject, and learning it helps no other repository. The mean square over
 * features, each counted once a repository, is 1.
 * @param examples with sides of equal weight
 * @param repositories how many know each feature of the vocabulary
 */
export function loudnessOf(
  examples: readonly Example[],
  repositories: Float64Array,
  { prior, share, most }: LoudnessOptions,
): Float64Array {
  const size = repositories.length;
  const sums = {
    "1": new Float64Array(size).fill(prior),
    "-1": new Float64Array(size).fill(prior),
  };
  for (const { features, side, importance } of examples) {
    const sum = sums[side];
    for (const place of features.slots) {
      sum[place] = (sum[place] ?? 0) + importance;
    }
  }
  const loudness = repositories.map((_count, place) => {
    const one = sums["1"][place] ?? 0;
    const other = sums["-1"][place] ?? 0;
    const apart = one + other > 0 ? Math.abs(one - other) / (one + other) : 0;
    return 1 - share + share * Math.min(most, 4 * apart);
  });
  let energy = 0;
  let count = 0;
  for (let place = 0; place < size; place += 1) {
    const known = repositories[place] ?? 0;
    count += known;
    energy += known * (loudness[place] ?? 0) * (loudness[place] ?? 0);
  }
  const scale = energy > 0 ? Math.sqrt(count / energy) : 1;
  return loudness.map((value) => value * scale);
}
