import { Temporal } from "temporal-polyfill";
import { type BucketSize, type Span, type Weekday, weekdays } from "@/lib/domain/balance";

/** A bucket of whole days of one time zone: `start` and `end` are its first and last day. */
export type CalendarBucket = Span & {
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
  const from = Temporal.PlainDate.from(range.from);
  const to = Temporal.PlainDate.from(range.to);
  const today = Temporal.PlainDate.from(dayOf(range.now, timeZone));
  const buckets: CalendarBucket[] = [];
  let first = startOfBucket(from, bucket, weekStart);
  while (Temporal.PlainDate.compare(first, to) <= 0) {
    const following = first.add(lengthOf[bucket]);
    const last = following.subtract({ days: 1 });
    const start = later(first, from);
    const end = earlier(last, to);
    buckets.push({
      start: start.toString(),
      end: end.toString(),
      startsAt: startOfDay(start, timeZone),
      endsAt: startOfDay(end.add({ days: 1 }), timeZone),
      complete:
        start.equals(first) && end.equals(last) && Temporal.PlainDate.compare(last, today) < 0,
    });
    first = following;
  }
  return buckets;
}

/** How many buckets a range would take, without making them; for bounding the work. */
export function countBuckets({ from, to, bucket }: Pick<CalendarRange, "from" | "to" | "bucket">) {
  const days = Temporal.PlainDate.from(from).until(to).total("days") + 1;
  return Math.ceil(days / shortestDays[bucket]) + 1;
}

/** The day an instant falls on in a time zone, `YYYY-MM-DD`. */
export function dayOf(instant: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The instants between which a run of days lies: from the first to before the second. */
export function instantsOf({ from, to }: { from: string; to: string }, timeZone: string): Span {
  return {
    startsAt: startOfDay(Temporal.PlainDate.from(from), timeZone),
    endsAt: startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }), timeZone),
  };
}

/** The first day of the bucket that a day lies in. */
export function bucketStart(day: string, bucket: BucketSize, weekStart: Weekday): string {
  return startOfBucket(Temporal.PlainDate.from(day), bucket, weekStart).toString();
}

/** The first day of the bucket after the one that a day lies in. */
export function nextBucketStart(day: string, bucket: BucketSize, weekStart: Weekday): string {
  const start = startOfBucket(Temporal.PlainDate.from(day), bucket, weekStart);
  return start.add(lengthOf[bucket]).toString();
}

/** The day after the given one. */
export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}

/** The day before the given one. */
export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

/** The day `months` before the given one. */
export function monthsBefore(day: string, months: number): string {
  return Temporal.PlainDate.from(day).subtract({ months }).toString();
}

const lengthOf = {
  day: { days: 1 },
  week: { days: 7 },
  month: { months: 1 },
  quarter: { months: 3 },
} as const satisfies Record<BucketSize, Temporal.DurationLike>;

const shortestDays: Record<BucketSize, number> = { day: 1, week: 7, month: 28, quarter: 90 };

function startOfBucket(day: Temporal.PlainDate, bucket: BucketSize, weekStart: Weekday) {
  switch (bucket) {
    case "day":
      return day;
    case "week": {
      const isoStart = weekdays.indexOf(weekStart) + 1;
      return day.subtract({ days: (day.dayOfWeek - isoStart + 7) % 7 });
    }
    case "month":
      return day.with({ day: 1 });
    case "quarter":
      return day.with({ day: 1, month: day.month - ((day.month - 1) % 3) });
  }
}

/** Midnight, or the first instant after it where the clock skips midnight. */
function startOfDay(day: Temporal.PlainDate, timeZone: string): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate) {
  return Temporal.PlainDate.compare(a, b) > 0 ? a : b;
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate) {
  return Temporal.PlainDate.compare(a, b) < 0 ? a : b;
}
