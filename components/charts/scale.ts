/** Where the picture lies inside its box, in pixels. */
export const plotMargin = { top: 10, right: 4, bottom: 26, left: 46 } as const;

export type Band = { from: number; to: number };

/**
 * The stretch of the width that bucket `index` of `count` takes, as parts of 1. Bars share it
 * evenly; areas run from edge to edge, so that their first and last buckets have half a band.
 */
export function bandOf(index: number, count: number, form: "bars" | "areas"): Band {
  if (form === "bars" || count === 1) return { from: index / count, to: (index + 1) / count };
  const step = 1 / (count - 1);
  return {
    from: Math.max(0, (index - 0.5) * step),
    to: Math.min(1, (index + 0.5) * step),
  };
}

/** The bucket at `position` (0..1 of the width). */
export function indexAt(position: number, count: number, form: "bars" | "areas"): number {
  const exact = form === "bars" ? Math.floor(position * count) : Math.round(position * (count - 1));
  return Math.min(count - 1, Math.max(0, exact));
}

/** Round tick values from 0 up to at least `highest`, about four of them. */
export function niceTicks(highest: number): number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / 4;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    ([1, 2, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10) * magnitude,
  );
  const ticks = Math.ceil(highest / step);
  return Array.from({ length: ticks + 1 }, (_, index) => index * step);
}

/** The first series whose stacked values reach `value`, or null above all of them. */
export function seriesAt<K extends string>(
  values: Readonly<Record<K, number>>,
  order: readonly K[],
  value: number,
): K | null {
  let top = 0;
  for (const key of order) {
    const bottom = top;
    top += values[key];
    if (value >= bottom && value < top) return key;
  }
  return null;
}
