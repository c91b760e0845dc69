import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import {
  bucketStart,
  bucketsOf,
  countBuckets,
  dayOf,
  instantsOf,
  nextBucketStart,
} from "@/lib/balance/calendar";
import { bucketSizes, weekdays } from "@/lib/domain/balance";

const now = new Date("2026-03-02T12:00:00Z");
const utc = { weekStart: "monday", timeZone: "UTC", now } as const;
const dayNumber = fc.integer({ min: 7_000, max: 30_000 });
const dayOfNumber = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
const days = fc
  .tuple(dayNumber, fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 9_000 })))
  .map(([first, length]) => [dayOfNumber(first), dayOfNumber(first + length)] as const);

test("buckets cover a range without gap or overlap, in every zone, size and week", () => {
  const range = fc.record({
    days,
    bucket: fc.constantFrom(...bucketSizes),
    weekStart: fc.constantFrom(...weekdays),
    timeZone: fc.constantFrom("UTC", "America/Santiago", "Pacific/Chatham", "Europe/Dublin"),
  });
  fc.assert(
    fc.property(range, ({ days: [from, to], bucket, weekStart, timeZone }) => {
      fc.pre(countBuckets({ from, to, bucket }) < 300);
      const buckets = bucketsOf({ from, to, bucket, weekStart, timeZone, now });
      expect(buckets[0]?.start).toBe(from);
      expect(buckets.at(-1)?.end).toBe(to);
      expect(buckets.length).toBeLessThanOrEqual(countBuckets({ from, to, bucket }));
      for (const [index, { start, end }] of buckets.entries()) {
        const { startsAt, endsAt } = instantsOf({ from: start, to: end }, timeZone);
        expect(startsAt < endsAt).toBe(true);
        expect(dayOf(startsAt, timeZone)).toBe(start);
        expect(dayOf(new Date(endsAt.getTime() - 1), timeZone)).toBe(end);
        expect(bucketStart(end, bucket, weekStart)).toBe(bucketStart(start, bucket, weekStart));
        const before = buckets[index - 1];
        if (before) expect(nextBucketStart(before.start, bucket, weekStart)).toBe(start);
      }
    }),
    { numRuns: 100 },
  );
});

test("a bucket begins one day, week, month or quarter after the one before, by the calendar", () => {
  const lengths = {
    day: { days: 1 },
    week: { weeks: 1 },
    month: { months: 1 },
    quarter: { months: 3 },
  };
  const question = fc.tuple(
    dayNumber,
    fc.constantFrom(...bucketSizes),
    fc.constantFrom(...weekdays),
  );
  fc.assert(
    fc.property(question, ([number, bucket, weekStart]) => {
      const start = Temporal.PlainDate.from(bucketStart(dayOfNumber(number), bucket, weekStart));
      const following = start.add(lengths[bucket]).toString();
      expect(nextBucketStart(dayOfNumber(number), bucket, weekStart)).toBe(following);
      if (bucket === "week") expect(weekdays[start.dayOfWeek - 1]).toBe(weekStart);
      if (bucket === "month" || bucket === "quarter") expect(start.day).toBe(1);
      if (bucket === "quarter") expect([1, 4, 7, 10]).toContain(start.month);
    }),
  );
});

test("weeks begin on the product's first day", () => {
  const weeks = bucketsOf({
    ...utc,
    from: "2026-01-01",
    to: "2026-01-31",
    bucket: "week",
    weekStart: "sunday",
  });
  expect(weeks.map(({ start }) => start)).toEqual([
    "2026-01-01",
    "2026-01-04",
    "2026-01-11",
    "2026-01-18",
    "2026-01-25",
  ]);
});

test("quarters are those of the year", () => {
  const quarters = bucketsOf({ ...utc, from: "2025-02-10", to: "2025-12-31", bucket: "quarter" });
  expect(quarters.map(({ start, end }) => [start, end])).toEqual([
    ["2025-02-10", "2025-03-31"],
    ["2025-04-01", "2025-06-30"],
    ["2025-07-01", "2025-09-30"],
    ["2025-10-01", "2025-12-31"],
  ]);
});

test("a day on which the clock changes is 23 or 25 hours long", () => {
  const hours = (day: string) => {
    const { startsAt, endsAt } = instantsOf({ from: day, to: day }, "Europe/Berlin");
    return (endsAt.getTime() - startsAt.getTime()) / 3_600_000;
  };
  expect([hours("2026-03-29"), hours("2026-03-30"), hours("2026-10-25")]).toEqual([23, 24, 25]);
});

test("a day that a place skipped is an empty bucket between its neighbours", () => {
  const spanOf = (day: string) => instantsOf({ from: day, to: day }, "Pacific/Apia");
  const [before, skipped, after] = ["2011-12-29", "2011-12-30", "2011-12-31"].map(spanOf);
  expect(skipped?.startsAt).toEqual(skipped?.endsAt);
  expect([before?.endsAt, after?.startsAt]).toEqual([skipped?.startsAt, skipped?.endsAt]);
});
