import {
  type BalanceCategory,
  balanceCategories,
  type CategoryOrNone,
  type ChartedCategory,
  chartedCategories,
} from "./category";

export const measures = ["done", "opened", "open"] as const;
export type Measure = (typeof measures)[number];

export const units = ["items", "points", "effort_days"] as const;
export type Unit = (typeof units)[number];

/** The units that are known before an item is done. */
export const unitsAhead = ["items", "points"] as const satisfies readonly Unit[];
export type UnitAhead = (typeof unitsAhead)[number];

export const bucketSizes = ["day", "week", "month", "quarter"] as const;
export type BucketSize = (typeof bucketSizes)[number];

/** What days are put together by: the calendar, or the sprints of the tracker. */
export const bucketings = [...bucketSizes, "sprint"] as const;
export type Bucketing = (typeof bucketings)[number];

export const breakdowns = ["category", "kind"] as const;

/** What days are compared with: as many days right before them, or the same days a year before. */
export const earlierPeriods = ["previous", "year"] as const;
export type EarlierPeriod = (typeof earlierPeriods)[number];

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

/** Amounts per kind inside each category, `none` where work has no kind. */
export type KindsOf = Record<BalanceCategory, Record<string, number>>;

/** The four categories together: what shares are parts of. */
export function classifiedOf(counts: Counts): number {
  return balanceCategories.reduce((sum, category) => sum + counts[category], 0);
}

/** All that is drawn: the four categories and what is unclassified. */
export function drawnOf(counts: Counts): number {
  return chartedCategories.reduce((sum, category) => sum + counts[category], 0);
}

/** Parts of the four categories together, 0..1; null is "no data", 0 is a measured zero. */
export type Shares = Record<BalanceCategory, number | null>;

/** Between what shares each category lies while categories are contested; null is "no data". */
export type ShareBand = Record<BalanceCategory, { least: number; most: number } | null>;

/** Days of the product's time zone, `YYYY-MM-DD`, both included. */
export type Days = { from: string; to: string };

/** Instants from `startsAt` to before `endsAt`. */
export type Span = { startsAt: Date; endsAt: Date };

/** One cell of what was counted: the amount of one category and kind in one bucket. */
export type BalanceCell = {
  /** Position of the bucket in the asked range, from 0. */
  bucket: number;
  category: CategoryOrNone;
  /** Null where the category has no kind. */
  kind: string | null;
  /** In the asked unit; negative where cells are changes of a stock. */
  amount: number;
  /** Items among them without an estimate. */
  unestimated: number;
  /** The part of `amount` whose category somebody contests. */
  contested: number;
};

/** What a picture of the balance shows: parts of a whole, or how much. */
export const chartViews = ["shares", "counts"] as const;
export type ChartView = (typeof chartViews)[number];
