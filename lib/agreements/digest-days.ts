import { Temporal } from "temporal-polyfill";
import { bucketStart, dayBefore } from "@/lib/balance/calendar";
import { dayNumber, dayText } from "@/lib/balance/day-number";
import type { Days, Weekday } from "@/lib/domain/balance";
import { type DigestFrequency, digestHour } from "@/lib/domain/digest";

/**
 * The latest digest that there should be on a day: the day it is of, and the whole weeks or the month
 * before, which it tells of. Every other week is counted from 1970, so that it stays the same one.
 */
export function digestDays(
  today: string,
  every: Exclude<DigestFrequency, "off">,
  weekStart: Weekday,
): Days & { day: string } {
  const week = bucketStart(today, "week", weekStart);
  switch (every) {
    case "weekly":
      return { day: week, from: daysBefore(week, 7), to: dayBefore(week) };
    case "two_weeks": {
      const isOther = Math.floor(dayNumber(week) / 7) % 2 !== 0;
      const day = isOther ? daysBefore(week, 7) : week;
      return { day, from: daysBefore(day, 14), to: dayBefore(day) };
    }
    case "monthly": {
      const day = bucketStart(today, "month", weekStart);
      const to = dayBefore(day);
      return { day, from: bucketStart(to, "month", weekStart), to };
    }
  }
}

/** The instant from which on the digest of a day is made: a morning hour, in the product's zone. */
export function digestDueAt(day: string, timeZone: string): Date {
  const plainTime = Temporal.PlainTime.from({ hour: digestHour });
  const due = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime });
  return new Date(due.epochMilliseconds);
}

function daysBefore(day: string, days: number): string {
  return dayText(dayNumber(day) - days);
}
