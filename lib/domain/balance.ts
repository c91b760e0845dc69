import type { BalanceCategory, ChartedCategory } from "./category";

export const measures = ["done", "opened", "open"] as const;
export type Measure = (typeof measures)[number];

export const units = ["items", "points"] as const;
export type Unit = (typeof units)[number];

export const bucketSizes = ["day", "week", "month", "quarter"] as const;
export type BucketSize = (typeof bucketSizes)[number];

export const breakdowns = ["category", "kind"] as const;
export type Breakdown = (typeof breakdowns)[number];

/** First days of a week, in ISO order: index + 1 is the ISO weekday number. */
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];

/** Amounts in the chosen unit. `unclassified` stands beside the four, never inside one. */
export type Counts = Record<ChartedCategory, number>;

/** Parts of the four categories together, 0..1; null is "no data", 0 is a measured zero. */
export type Shares = Record<BalanceCategory, number | null>;
