import { toSlot } from "./hash";

/** Where a feature stands: in the title, in the body, or nowhere in particular. */
export type Place = "title" | "body" | null;

/** One place that showed a feature, and how much of the feature's value it carries. */
export type Occurrence = { slot: number; place: Place; start: number; end: number; value: number };

/** A sparse vector: `values[i]` stands at `slots[i]`; a slot may come twice, once a view. */
export type FeatureVector = { slots: Int32Array; values: Float64Array };

const tableSize = 8_192;

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
  private readonly occurrences: Occurrence[] = [];
  private viewStart = 0;
  private occurrenceStart = 0;
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
    this.occurrenceStart = 0;
    this.stamp += 1;
  }

  add(hash: number, place: Place, start: number, end: number): void {
    const slot = toSlot(hash);
    const row = this.rowOf(slot);
    this.values[row] = (this.values[row] ?? 0) + 1;
    if (this.traced) this.occurrences.push({ slot, place, start, end, value: row });
  }

  /** Ends a view: its features together get this length. */
  close(length: number): void {
    let sum = 0;
    for (let row = this.viewStart; row < this.values.length; row += 1) sum += this.values[row] ?? 0;
    const scale = sum > 0 ? length / Math.sqrt(sum) : 0;
    for (let i = this.occurrenceStart; i < this.occurrences.length; i += 1) {
      const occurrence = this.occurrences[i];
      if (occurrence) occurrence.value = scale / Math.sqrt(this.values[occurrence.value] ?? 1);
    }
    for (let row = this.viewStart; row < this.values.length; row += 1) {
      this.values[row] = Math.sqrt(this.values[row] ?? 0) * scale;
    }
    this.viewStart = this.values.length;
    this.occurrenceStart = this.occurrences.length;
    this.stamp += 1;
  }

  vector(): FeatureVector {
    return { slots: Int32Array.from(this.slots), values: Float64Array.from(this.values) };
  }

  trace(): readonly Occurrence[] {
    return this.occurrences;
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
