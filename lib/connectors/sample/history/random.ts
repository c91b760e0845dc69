/** A stream of choices that is the same for the same seed. */
export type Random = {
  /** A number in [0, 1). */
  next: () => number;
  chance: (probability: number) => boolean;
  pick: <Value>(values: readonly [Value, ...Value[]]) => Value;
  /** Picks a key in proportion to its weight. */
  weighted: <Key extends string>(weights: Partial<Record<Key, number>>, otherwise: Key) => Key;
  /** How often something happens that happens `mean` times on average. */
  poisson: (mean: number) => number;
  /** A waiting time with this mean, in the same unit. */
  wait: (mean: number) => number;
};

/**
 * The mulberry32 generator, by Tommy Ettinger (public domain,
 * gist.github.com/tommyettinger/46a874533244883189143505d203312c): 32 bits of state, plenty here.
 */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The casts hold because the entries are those of `weights`, whose keys are of type `Key`. */
function weighted<Key extends string>(
  next: () => number,
  weights: Partial<Record<Key, number>>,
  otherwise: Key,
): Key {
  const entries = Object.entries<number>(weights as Record<string, number>);
  let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key as Key;
  }
  return otherwise;
}

/** Knuth's product method; the means here are small. */
function poisson(next: () => number, mean: number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = next(); product > limit; product *= next()) count += 1;
  return count;
}

/** @param seed any 32-bit integer */
export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  return {
    next,
    chance: (probability) => next() < probability,
    pick: (values) => values[Math.floor(next() * values.length)] ?? values[0],
    weighted: (weights, otherwise) => weighted(next, weights, otherwise),
    poisson: (mean) => poisson(next, mean),
    wait: (mean) => -mean * Math.log(1 - next()),
  };
}
