import { axisTicks } from "@/components/balance/axis-ticks";
import type { Bucketing } from "@/lib/domain/balance";

/** Room for a name under the axis and a gap, in pixels. */
const nameWidth = 90;

/** The buckets named under the axis of a plot, for its width in pixels. */
export function bucketAxis(
  { buckets, bucket: size }: { buckets: { start: string }[]; bucket: Bucketing },
  locale: string,
) {
  const starts = buckets.map(({ start }) => start);
  return (width: number) =>
    axisTicks(starts, size, Math.floor(width / nameWidth), locale).map(({ start, name }) => ({
      index: starts.indexOf(start),
      name,
    }));
}
