import type { Bucketing } from "@/lib/domain/balance";
import { axisName } from "./bucket-words";
import { quarterOf } from "./calendar";

export type AxisTick = { start: string; name: string };

/** Steps that keep a calendar's rhythm: a January, a first quarter is always among the ticks. */
const calendarSteps: Partial<Record<Bucketing, number[]>> = {
  month: [1, 2, 3, 6, 12, 24, 48],
  quarter: [1, 2, 4, 8, 16, 32],
};

/** At most `most` bucket starts to be named under the axis; the year stands where it changes. */
export function axisTicks(
  starts: string[],
  size: Bucketing,
  most: number,
  locale: string,
): AxisTick[] {
  const wanted = Math.ceil(starts.length / Math.max(1, most));
  const step = calendarSteps[size]?.find((one) => one >= wanted) ?? wanted;
  const chosen = starts.filter((start, index) => orderOf(start, index, size) % step === 0);
  return chosen.map((start, index) => {
    const newYear = start.slice(0, 4) !== chosen[index - 1]?.slice(0, 4);
    return { start, name: axisName(start, size, newYear, locale) };
  });
}

/** Months and quarters are counted from the year 0, other buckets from the chart's first. */
function orderOf(start: string, index: number, size: Bucketing): number {
  const year = Number(start.slice(0, 4));
  if (size === "month") return year * 12 + Number(start.slice(5, 7)) - 1;
  return size === "quarter" ? year * 4 + quarterOf(start) - 1 : index;
}
