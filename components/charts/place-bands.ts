import { bandOf } from "./scale";

/** Stretches of the width as parts of 1, heights in the picture's unit. */
export type PlacedBand = { from: number; to: number; least: number; most: number; name: string };

/**
 * Where the seam lies outside its band: the stretch between them. Without a name chance may explain
 * it, and `chance` is between what shares that would lie.
 */
export type PlacedGap = {
  from: number;
  to: number;
  seam: number;
  edge: number;
  name: string | null;
  chance: { least: number; most: number } | null;
};

type Days = { from: string; to: string };
type Bucket = { start: string; end: string };

const dayMs = 86_400_000;

/**
 * Where days lie across a picture of buckets: a boundary inside a bucket divides it by days. Null
 * where they share no day with any.
 */
export function placeDays(
  days: Days,
  buckets: Bucket[],
  form: "bars" | "areas",
): { from: number; to: number } | null {
  const first = buckets.findIndex(({ end }) => days.from <= end);
  const last = buckets.findLastIndex(({ start }) => start <= days.to);
  const [one, other] = [buckets[first], buckets[last]];
  if (!one || !other || first > last) return null;
  const begin = bandOf(first, buckets.length, form);
  const end = bandOf(last, buckets.length, form);
  const before = Math.max(0, daysUntil(one.start, days.from)) / lengthOf(one);
  const after = Math.max(0, daysUntil(days.to, other.end)) / lengthOf(other);
  return {
    from: begin.from + (begin.to - begin.from) * before,
    to: end.to - (end.to - end.from) * after,
  };
}

function daysUntil(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

function lengthOf({ start, end }: Bucket): number {
  return daysUntil(start, end) + 1;
}
