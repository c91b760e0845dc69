import type { CategoryOrNone } from "./category";

/** How long something took over `items` items, in days of 24 hours; null where there are none. */
export type DaySpread = { items: number; medianDays: number | null; p85Days: number | null };

/** From created to closed, of what was done; `bucket` is null over the whole range. */
export type LeadTimeCell = DaySpread & { bucket: number | null; category: CategoryOrNone };

/**
 * When what is in the stock was created, in ms since 1970: what is older than half of it was created
 * before `medianMs`, and the oldest 15 % before `p15Ms`.
 */
export type StockCell = {
  category: CategoryOrNone;
  items: number;
  oldestMs: number;
  newestMs: number;
  medianMs: number;
  p15Ms: number;
};

/** How old what is open is, and since when the oldest of it. */
export type OpenAgeCell = DaySpread & {
  category: CategoryOrNone;
  oldestDays: number;
  oldestCreatedAt: Date;
};
