import { toSlot } from "./hash";

/** Where a feature stands: in the title, in the body, or nowhere in particular. */
export type Place = "title" | "body" | null;

/** Told each place that showed a feature, with the part of the feature's value that it carries. */
export type Visit = (slot: number, place: Place, start: number, end: number, value: number) => void;

/** A sparse vector: `values[i]` stands at `slots[i]`; a slot may come twice, once a view. */
export type FeatureVector = { slots: Int32Array; values: Float64Array };

const tableSize = 8_192;
const places = [null, "title", "body"] as const;

/**
 * Collects features view by view. Counts are damped by the root, and each view is brought to a
 * length of its own, so that a long body does not shout its title down. Root and division alone are
 * exact on every machine.
 */
export class FeatureViews {
  private readonly keys = new Int32Array(tableSize);
  private readonly stamps = new Int32Array(tableSize);
  private readonly rows = new Int32Array(tableSize);
  private stamp = 0;
  private readonly slots: number[] = [];
  private readonly values: number[] = [];
  /** Four numbers an occurrence: row, place, start, end. */
  private readonly occurrences: number[] = [];
  private readonly counts: number[] = [];
  private viewStart = 0;
  private readonly traced: boolean;

  /** @param traced whether to remember where each feature stood, for an explanation */
  constructor(traced: boolean) {
    this.traced = traced;
    this.stamp = 1;
  }

  /** Begins another text. */
  clear(): void {
    this.slots.length = 0;
    this.values.length = 0;
    this.occurrences.length = 0;
    this.viewStart = 0;
    this.counts.length = 0;
    this.stamp += 1;
  }

  add(hash: number, place: Place, start: number, end: number): void {
    const slot = toSlot(hash);
    const row = this.rowOf(slot);
    this.values[row] = (this.values[row] ?? 0) + 1;
    if (this.traced) this.occurrences.push(row, places.indexOf(place), start, end);
  }

  /** Ends a view: its features together get this length. */
  close(length: number): void {
    let sum = 0;
    for (let row = this.viewStart; row < this.values.length; row += 1) sum += this.values[row] ?? 0;
    const scale = sum > 0 ? length / Math.sqrt(sum) : 0;
    for (let row = this.viewStart; row < this.values.length; row += 1) {
      const count = this.values[row] ?? 0;
      this.counts[row] = count;
      this.values[row] = Math.sqrt(count) * scale;
    }
    this.viewStart = this.values.length;
    this.stamp += 1;
  }

  vector(): FeatureVector {
    return { slots: Int32Array.from(this.slots), values: Float64Array.from(this.values) };
  }

  /** Where the features stood, if they were traced. Their parts add up to {@link vector}'s values. */
  visit(visit: Visit): void {
    const { occurrences, slots, values, counts } = this;
    for (let i = 0; i < occurrences.length; i += 4) {
      const row = occurrences[i] ?? 0;
      const place = places[occurrences[i + 1] ?? 0] ?? null;
      const value = (values[row] ?? 0) / (counts[row] ?? 1);
      visit(slots[row] ?? 0, place, occurrences[i + 2] ?? 0, occurrences[i + 3] ?? 0, value);
    }
  }

  private rowOf(slot: number): number {
    let at = slot & (tableSize - 1);
    while (this.stamps[at] === this.stamp && this.keys[at] !== slot)
      at = (at + 1) & (tableSize - 1);
    if (this.stamps[at] !== this.stamp) {
      this.stamps[at] = this.stamp;
      this.keys[at] = slot;
      this.rows[at] = this.slots.length;
      this.slots.push(slot);
      this.values.push(0);
    }
    return this.rows[at] ?? 0;
  }
}
