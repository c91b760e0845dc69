const marks = [
  { days: 1 / 24, name: "hour" },
  { days: 1, name: "day" },
  { days: 7, name: "week" },
  { days: 365.25 / 12, name: "month" },
  { days: 365.25, name: "year" },
  { days: 1095.75, name: "3 yrs" },
  { days: 3652.5, name: "10 yrs" },
  { days: 36_525, name: "100 yrs" },
] as const;

export type DurationScale = {
  ticks: { at: number; name: string }[];
  /** 0 at the bottom to 1; what lies beyond the scale is at its end. */
  heightOf: (days: number) => number;
};

/**
 * A scale on which days and years can both be read: each mark is several times the one below it.
 * Runs from the last mark at or under the least value to the first at or over the most.
 */
export function durationScale(values: number[]): DurationScale {
  const least = values.reduce((low, value) => Math.min(low, value), Number.POSITIVE_INFINITY);
  const most = values.reduce((high, value) => Math.max(high, value), 0);
  const under = marks.findLastIndex(({ days }) => days <= least);
  const first = Math.min(Math.max(0, under), marks.length - 2);
  const over = marks.findIndex(({ days }, index) => index > first && days >= most);
  const shown = marks.slice(first, over === -1 ? marks.length : over + 1);
  const bottom = Math.log(shown[0]?.days ?? 1);
  const height = Math.log(shown.at(-1)?.days ?? 1) - bottom;
  const heightOf = (days: number) =>
    Math.min(1, Math.max(0, (Math.log(Math.max(days, Number.MIN_VALUE)) - bottom) / height));
  return { ticks: shown.map(({ days, name }) => ({ at: heightOf(days), name })), heightOf };
}
