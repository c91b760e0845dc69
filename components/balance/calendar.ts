import { dateFormat } from "@/components/ui/formatters";
import type { BucketSize, Weekday } from "@/lib/domain/balance";
import { weekdays } from "@/lib/domain/balance";

const dayMs = 86_400_000;

/** A calendar day `YYYY-MM-DD` moved by whole days. */
export function addDays(day: string, days: number): string {
  return toDay(new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs));
}

/** The first day of the month `months` away from the month of `day`. */
export function monthStart(day: string, months = 0): string {
  const { year, month } = parts(day);
  return toDay(new Date(Date.UTC(year, month + months, 1)));
}

/** The first day of the week `day` lies in, where weeks begin on `weekStart`. */
export function weekStartOf(day: string, weekStart: Weekday): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -((weekday - weekdays.indexOf(weekStart) + 7) % 7));
}

/** Days from `from` to `to`, both included. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
}

/** The bucket size that draws `days` days in about 10 to 40 buckets. */
export function bucketFor(days: number): BucketSize {
  if (days <= 16) return "day";
  if (days <= 190) return "week";
  return days <= 1200 ? "month" : "quarter";
}

/** The quarter of the year, 1 to 4. */
export function quarterOf(day: string): number {
  return Math.floor(parts(day).month / 3) + 1;
}

/** Month is 0 to 11. */
function parts(day: string): { year: number; month: number } {
  const date = new Date(`${day}T00:00:00Z`);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() };
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The calendar day it is in `timeZone` at `now` (milliseconds since 1970). */
export function todayIn(timeZone: string, now: number): string {
  const parts = dateFormat("en", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).formatToParts(now);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}
