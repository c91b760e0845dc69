import type { BucketSize, Weekday } from "@/lib/domain/balance";
import { addDays, bucketFor, daysBetween, monthStart, weekStartOf } from "./calendar";

/** The periods of the bar above the data, shortest first. `custom` takes its days from the URL. */
export const periods = ["4w", "12w", "6m", "12m", "3y", "all", "custom"] as const;
export type Period = (typeof periods)[number];

export const periodNames: Record<Period, string> = {
  "4w": "Last 4 weeks",
  "12w": "Last 12 weeks",
  "6m": "Last 6 months",
  "12m": "Last 12 months",
  "3y": "Last 3 years",
  all: "The whole history",
  custom: "Chosen days",
};

export type PeriodChoice = { period: Period; from: string | null; to: string | null };
/** Days in the product's time zone, both included; `first` is where the history begins. */
export type DayRange = { from?: string; to?: string };

/**
 * The days of a chosen period. Weeks and months are whole ones and the running one is the last of
 * them, so that the first bucket of the chart is never cut.
 */
export function rangeOf(choice: PeriodChoice, today: string, weekStart: Weekday): DayRange {
  const weeksBack = (weeks: number) => addDays(weekStartOf(today, weekStart), -7 * (weeks - 1));
  switch (choice.period) {
    case "4w":
      return { from: weeksBack(4), to: today };
    case "12w":
      return { from: weeksBack(12), to: today };
    case "6m":
      return { from: monthStart(today, -5), to: today };
    case "12m":
      return { from: monthStart(today, -11), to: today };
    case "3y":
      return { from: monthStart(today, -35), to: today };
    case "all":
      return { from: "first", to: today };
    case "custom":
      return { ...(choice.from && { from: choice.from }), ...(choice.to && { to: choice.to }) };
    default:
      return choice.period satisfies never;
  }
}

/** The bucket drawn where none was chosen. */
export function defaultBucket(choice: PeriodChoice, range: DayRange, today: string): BucketSize {
  if (choice.period === "6m") return "month";
  if (!range.from || range.from === "first") return "month";
  return bucketFor(daysBetween(range.from, range.to ?? today));
}
