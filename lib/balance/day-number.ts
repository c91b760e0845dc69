const dayMs = 86_400_000;

/**
 * A day of the calendar as the number of days since 1970-01-01: buckets are sums of such numbers,
 * and a view of years has hundreds of them. No time zone is in it; the calendar's instants are.
 */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / dayMs;
}

/** The day of a number, `YYYY-MM-DD`. */
export function dayText(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(number: number): number {
  // The first of them was a Thursday.
  return (((number + 3) % 7) + 7) % 7;
}

/** The first day of the month `months` after the one that a day lies in. */
export function monthStart(number: number, months: number): number {
  const day = new Date(number * dayMs);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1) / dayMs;
}
