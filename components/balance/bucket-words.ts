import { formatDay, formatDayRange, formatMonth } from "@/components/ui/format";
import type { Bucketing } from "@/lib/domain/balance";
import { quarterOf } from "./calendar";

type Bucket = { start: string; end: string; name?: string };

/** A bucket's full name: `3 – 9 Mar 2026`, `March 2026`, `Q1 2026`, `Sprint 7, 3 – 16 Mar 2026`. */
export function bucketName(bucket: Bucket, size: Bucketing, locale: string): string {
  switch (size) {
    case "day":
      return formatDay(bucket.start, locale);
    case "week":
      return formatDayRange(bucket.start, bucket.end, locale);
    case "month":
      return formatMonth(bucket.start, locale);
    case "quarter":
      return `Q${quarterOf(bucket.start)} ${bucket.start.slice(0, 4)}`;
    case "sprint":
      return `${bucket.name ?? "Sprint"}, ${formatDayRange(bucket.start, bucket.end, locale)}`;
    default:
      return size satisfies never;
  }
}

/** Its short name under the axis, with the year where that is news. */
export function axisName(
  start: string,
  size: Bucketing,
  withYear: boolean,
  locale: string,
): string {
  const year = withYear ? ` ${start.slice(0, 4)}` : "";
  switch (size) {
    case "day":
    case "week":
    case "sprint":
      return formatDay(start, locale, withYear ? "full" : "short");
    case "month":
      return `${formatMonth(start, locale, "short")}${year}`;
    case "quarter":
      return `Q${quarterOf(start)}${year}`;
    default:
      return size satisfies never;
  }
}
