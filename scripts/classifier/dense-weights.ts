import type { FeatureVector } from "@/lib/classify/model/feature-view";
import type { GrowingWeights } from "@/lib/classify/model/fit-margin";
import { slotBits } from "@/lib/classify/model/hash";

/** The slots that are learnt, ascending, and each one's place among them; -1 for the others. */
export type Vocabulary = {
  slots: Int32Array;
  places: Int32Array;
  /** By place: in how many repositories the slot occurs. */
  repositories: Float64Array;
};

/**
 * One weight for each place of a vocabulary: small enough to stay in the processor's cache. A feature
 * counts as `loudness` times itself while it is learnt, which the weights here have in them already.
 */
export class DenseWeights implements GrowingWeights {
  readonly values: Float64Array;
  private readonly energies: Float64Array;

  constructor(loudness: Float64Array) {
    this.values = new Float64Array(loudness.length);
    this.energies = loudness.map((value) => value * value);
  }

  energy({ slots, values }: FeatureVector): number {
    let sum = 0;
    for (let i = 0; i < slots.length; i += 1) {
      const value = values[i] ?? 0;
      sum += value * value * (this.energies[slots[i] ?? 0] ?? 0);
    }
    return sum;
  }

  margin({ slots, values }: FeatureVector): number {
    let sum = 0;
    for (let i = 0; i < slots.length; i += 1) {
      sum += (this.values[slots[i] ?? 0] ?? 0) * (values[i] ?? 0);
    }
    return sum;
  }

  add({ slots, values }: FeatureVector, amount: number): void {
    for (let i = 0; i < slots.length; i += 1) {
      const place = slots[i] ?? 0;
      const step = amount * (values[i] ?? 0) * (this.energies[place] ?? 0);
      this.values[place] = (this.values[place] ?? 0) + step;
    }
  }
}

/**
 * The slots that occur in at least `least` repositories: what only one repository says is its own
 * affair, and would be learnt by heart.
 * @param groups the texts of each repository
 */
export function sharedVocabulary(
  groups: Iterable<readonly FeatureVector[]>,
  least: number,
): Vocabulary {
  const size = 1 << slotBits;
  const repositories = new Uint8Array(size);
  const last = new Int32Array(size).fill(-1);
  let group = 0;
  for (const texts of groups) {
    for (const { slots } of texts) {
      for (const slot of slots) {
        if (last[slot] === group) continue;
        last[slot] = group;
        repositories[slot] = Math.min(255, (repositories[slot] ?? 0) + 1);
      }
    }
    group += 1;
  }
  const slots: number[] = [];
  const counts: number[] = [];
  const places = last.fill(-1);
  for (let slot = 0; slot < size; slot += 1) {
    if ((repositories[slot] ?? 0) < least) continue;
    places[slot] = slots.length;
    slots.push(slot);
    counts.push(repositories[slot] ?? 0);
  }
  return { slots: Int32Array.from(slots), places, repositories: Float64Array.from(counts) };
}

/** A text's features with places of the vocabulary for slots; the others are left out. */
export function within({ places }: Vocabulary, { slots, values }: FeatureVector): FeatureVector {
  let count = 0;
  for (const slot of slots) if ((places[slot] ?? -1) >= 0) count += 1;
  const kept = { slots: new Int32Array(count), values: new Float64Array(count) };
  let at = 0;
  for (let i = 0; i < slots.length; i += 1) {
    const place = places[slots[i] ?? 0] ?? -1;
    if (place < 0) continue;
    kept.slots[at] = place;
    kept.values[at] = values[i] ?? 0;
    at += 1;
  }
  return kept;
}
