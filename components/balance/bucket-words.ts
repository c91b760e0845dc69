import { formatDay, formatDayRange, formatMonth } from "@/components/ui/format";
import type { BucketSize } from "@/lib/domain/balance";
import { quarterOf } from "./calendar";

type Days = { start: string; end: string };

/** A bucket's full name: `3 – 9 Mar 2026`, `March 2026`, `Q1 2026`. */
export function bucketName(bucket: Days, size: BucketSize, locale: string): string {
  switch (size) {
    case "day":
      return formatDay(bucket.start, locale);
    case "week":
      return formatDayRange(bucket.start, bucket.end, locale);
    case "month":
      return formatMonth(bucket.start, locale);
    case "quarter":
      return `Q${quarterOf(bucket.start)} ${bucket.start.slice(0, 4)}`;
    default:
      return size satisfies never;
  }
}

/** Its short name under the axis, with the year where that is news. */
export function axisName(
  start: string,
  size: BucketSize,
  withYear: boolean,
  locale: string,
): string {
  const year = withYear ? ` ${start.slice(0, 4)}` : "";
  switch (size) {
    case "day":
    case "week":
      return formatDay(start, locale, withYear ? "full" : "short");
    case "month":
      return `${formatMonth(start, locale, "short")}${year}`;
    case "quarter":
      return `Q${quarterOf(start)}${year}`;
    default:
      return size satisfies never;
  }
}
