import type { Bucketing, Measure, Weekday } from "@/lib/domain/balance";
import type { RollupGrain } from "@/lib/domain/ledger";
import { bucketStart, dayBefore, nextBucketStart } from "./calendar";

/** Days, both included; without `from`, all until `to`. */
export type DaySpan = { from: string | null; to: string };

/** A range of days as whole grains, and the days left over before and after them. */
export type Grains = {
  grain: RollupGrain;
  /** All that is read. */
  range: DaySpan;
  /** The first and the last start of a whole grain; null where none fits in. */
  whole: DaySpan | null;
  rest: DaySpan[];
};

export const grainOf: Record<Bucketing, RollupGrain> = {
  day: "day",
  week: "week",
  month: "month",
  quarter: "month",
  // They begin on any day.
  sprint: "day",
};

/**
 * Divides what a question reads among whole grains of sums and single days, each day in exactly one
 * of them. A flow reads its range; a stock everything until the range's end.
 */
export function grainsOf(range: {
  from: string;
  to: string;
  bucket: Bucketing;
  measure: Measure;
  weekStart: Weekday;
}): Grains {
  const { to, bucket, weekStart } = range;
  const grain = grainOf[bucket];
  const from = range.measure === "open" ? null : range.from;
  const isStart = from !== null && bucketStart(from, grain, weekStart) === from;
  const first = from === null || isStart ? from : nextBucketStart(from, grain, weekStart);
  const afterLast = bucketStart(nextDay(to), grain, weekStart);
  if (first !== null && afterLast <= first) {
    return { grain, range: { from, to }, whole: null, rest: [{ from, to }] };
  }
  const last = bucketStart(dayBefore(afterLast), grain, weekStart);
  const head = from !== null && first !== null && from < first;
  return {
    grain,
    range: { from, to },
    whole: { from: first, to: last },
    rest: [
      ...(head ? [{ from, to: dayBefore(first) }] : []),
      ...(afterLast <= to ? [{ from: afterLast, to }] : []),
    ],
  };
}

function nextDay(day: string): string {
  return nextBucketStart(day, "day", "monday");
}
