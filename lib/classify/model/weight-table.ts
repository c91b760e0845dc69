import type { FeatureVector } from "./feature-view";
import { type Margins, outputCount } from "./outputs";

/** Weights by slot, one row of {@link outputCount} each. */
export type WeightTable = {
  /** Adds a text's weighted features to the margins. */
  addTo(margins: Margins, features: FeatureVector): void;
  /** How far one unit of a feature moves in the direction of `slopes`; 0 for an unknown slot. */
  along(slot: number, slopes: Margins): number;
};

/**
 * A hash table of the slots that matter, open addressed, at most half full. Rows stay bytes, through
 * `levels`: the whole stays in the processor's cache.
 */
export function byteTable(slots: Int32Array, codes: Int8Array, levels: Float64Array): WeightTable {
  const size = 1 << (33 - Math.clz32(Math.max(1, slots.length)));
  const keys = new Int32Array(size).fill(-1);
  const rows = new Int32Array(size);
  for (let row = 0; row < slots.length; row += 1) {
    const slot = slots[row] ?? 0;
    let at = slot & (size - 1);
    while (keys[at] !== -1) at = (at + 1) & (size - 1);
    keys[at] = slot;
    rows[at] = row * outputCount;
  }
  const find = (slot: number): number => {
    let at = slot & (size - 1);
    for (let key = keys[at]; key !== -1; key = keys[at]) {
      if (key === slot) return rows[at] ?? -1;
      at = (at + 1) & (size - 1);
    }
    return -1;
  };
  const read = (row: number, output: number): number =>
    levels[output * 256 + (codes[row + output] ?? 0) + 128] ?? 0;
  return {
    along: (slot, [feature, rewrite, techDebt]) => {
      const row = find(slot);
      if (row < 0) return 0;
      return feature * read(row, 0) + rewrite * read(row, 1) + techDebt * read(row, 2);
    },
    addTo: (margins, { slots: wanted, values }) => {
      for (let i = 0; i < wanted.length; i += 1) {
        const row = find(wanted[i] ?? -1);
        if (row < 0) continue;
        const value = values[i] ?? 0;
        margins[0] += value * read(row, 0);
        margins[1] += value * read(row, 1);
        margins[2] += value * read(row, 2);
      }
    },
  };
}
