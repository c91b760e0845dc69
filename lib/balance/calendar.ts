import { Temporal } from "temporal-polyfill";
import { type BucketSize, type Span, type Weekday, weekdays } from "@/lib/domain/balance";
import { dayNumber, dayText, monthStart, weekdayOf } from "./day-number";

/** A bucket of whole days: `start` and `end` are its first and last day. */
export type CalendarBucket = {
  start: string;
  end: string;
  /** False while it is running or where the asked range cuts it short. */
  complete: boolean;
  /** Where it is a sprint. */
  name?: string;
};

export type CalendarRange = {
  /** First and last day, `YYYY-MM-DD`, `from` ≤ `to`. */
  from: string;
  to: string;
  bucket: BucketSize;
  weekStart: Weekday;
  timeZone: string;
  now: Date;
};

/** The buckets that cover a range, in order, cut to it at both ends. */
export function bucketsOf(range: CalendarRange): CalendarBucket[] {
  const { bucket, weekStart, timeZone } = range;
  const from = dayNumber(range.from);
  const to = dayNumber(range.to);
  const today = dayNumber(dayOf(range.now, timeZone));
  const buckets: CalendarBucket[] = [];
  let first = startOfBucket(from, bucket, weekStart);
  while (first <= to) {
    const following = startAfter(first, bucket);
    const last = following - 1;
    buckets.push({
      start: dayText(Math.max(first, from)),
      end: dayText(Math.min(last, to)),
      complete: first >= from && last <= to && last < today,
    });
    first = following;
  }
  return buckets;
}

/** How many buckets a range would take, without making them; for bounding the work. */
export function countBuckets({ from, to, bucket }: Pick<CalendarRange, "from" | "to" | "bucket">) {
  const days = dayNumber(to) - dayNumber(from) + 1;
  return Math.ceil(days / shortestDays[bucket]) + 1;
}

/**
 * The day an instant falls on in a time zone, `YYYY-MM-DD`. A day that had begun when the clocks were
 * turned back to before it goes on.
 */
export function dayOf(instant: Date, timeZone: string): string {
  const day = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  const next = day.add({ days: 1 });
  return (startOfDay(next, timeZone) <= instant ? next : day).toString();
}

/** The instants between which a run of days lies: from the first to before the second. */
export function instantsOf({ from, to }: { from: string; to: string }, timeZone: string): Span {
  return {
    startsAt: startOfDay(Temporal.PlainDate.from(from), timeZone),
    endsAt: startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }), timeZone),
  };
}

const firstInstant = Date.parse("0001-01-01T00:00:00.000Z");
const lastInstant = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * The nearest instant of the years 1 to 9999: beyond them ISO 8601 writes a sign, which no store reads.
 * A zone's first or last day of those years reaches over.
 */
export function storableInstant(instant: Date): Date {
  return new Date(Math.min(Math.max(instant.getTime(), firstInstant), lastInstant));
}

/** The first day of the bucket that a day lies in. */
export function bucketStart(day: string, bucket: BucketSize, weekStart: Weekday): string {
  return dayText(startOfBucket(dayNumber(day), bucket, weekStart));
}

/** The first day of the bucket after the one that a day lies in. */
export function nextBucketStart(day: string, bucket: BucketSize, weekStart: Weekday): string {
  return dayText(startAfter(startOfBucket(dayNumber(day), bucket, weekStart), bucket));
}

/** The day after the given one. */
export function dayAfter(day: string): string {
  return dayText(dayNumber(day) + 1);
}

/** The day before the given one. */
export function dayBefore(day: string): string {
  return dayText(dayNumber(day) - 1);
}

/** The day `months` before the given one. */
export function monthsBefore(day: string, months: number): string {
  return Temporal.PlainDate.from(day).subtract({ months }).toString();
}

const shortestDays: Record<BucketSize, number> = { day: 1, week: 7, month: 28, quarter: 90 };

/** The first day of the bucket after the one that begins on `first`. */
function startAfter(first: number, bucket: BucketSize): number {
  switch (bucket) {
    case "day":
      return first + 1;
    case "week":
      return first + 7;
    case "month":
      return monthStart(first, 1);
    case "quarter":
      return monthStart(first, 3);
  }
}

function startOfBucket(day: number, bucket: BucketSize, weekStart: Weekday): number {
  switch (bucket) {
    case "day":
      return day;
    case "week":
      return day - ((weekdayOf(day) - weekdays.indexOf(weekStart) + 7) % 7);
    case "month":
      return monthStart(day, 0);
    case "quarter":
      return monthStart(day, -((Number(dayText(day).slice(5, 7)) - 1) % 3));
  }
}

/** Midnight, or the first instant after it where the clock skips midnight. */
function startOfDay(day: Temporal.PlainDate, timeZone: string): Date {
  return storableInstant(new Date(day.toZonedDateTime(timeZone).epochMilliseconds));
}
