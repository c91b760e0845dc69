import { addDays, todayIn } from "./calendar";

/** Where and when a page is read: its product's time zone, and the day it is there. */
export type Here = { today: string; timeZone: string };

/** The day of `asKnownAt`, which is a day or an instant. */
export function dayOfKnown(asKnownAt: string, timeZone: string): string {
  return asKnownAt.includes("T") ? todayIn(timeZone, Date.parse(asKnownAt)) : asKnownAt;
}

/** The first past day to offer: yesterday, or the product's first day where that is today. */
export function offeredDay(product: { createdAt: string }, { today, timeZone }: Here): string {
  const first = todayIn(timeZone, Date.parse(product.createdAt));
  const yesterday = addDays(today, -1);
  return yesterday < first ? first : yesterday;
}

/** The last day that a view can know of: today, or the earlier day whose knowledge it shows. */
export function lastDay(asKnownAt: string | null, { today, timeZone }: Here): string {
  if (asKnownAt === null) return today;
  const day = dayOfKnown(asKnownAt, timeZone);
  return day < today ? day : today;
}
