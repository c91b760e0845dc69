import type { CategoryOrNone } from "./category";

/** How long something took over `items` items, in days of 24 hours; null where there are none. */
export type DaySpread = { items: number; medianDays: number | null; p85Days: number | null };

/** From created to closed, of what was done; `bucket` is null over the whole range. */
export type LeadTimeCell = DaySpread & { bucket: number | null; category: CategoryOrNone };

/** How old what is open is, and since when the oldest of it. */
export type OpenAgeCell = DaySpread & {
  category: CategoryOrNone;
  oldestDays: number;
  oldestCreatedAt: Date;
};
