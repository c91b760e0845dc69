/**
 * FNV-1a over the UTF-16 units of a text or of a part of it, to be continued from `hash` and finished
 * by {@link toSlot}.
 */
export function hashText(hash: number, text: string, start = 0, end = text.length): number {
  let h = hash;
  for (let i = start; i < end; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}

/** A hash of its own for each kind of feature. */
export function hashSeed(kind: number): number {
  return kind ^ 0x811c9dc5;
}

export const slotBits = 24;

/** MurmurHash3's finaliser, cut to the slots there are. */
export function toSlot(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) & ((1 << slotBits) - 1);
}
