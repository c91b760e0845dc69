import { dateFormat, numberFormat } from "./formatters";

/** Items or points: at most one decimal, grouped. */
export function formatAmount(amount: number, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 1 }).format(amount);
}

/** `12 items`, `1 item`. */
export function formatCount(count: number, noun: string, locale: string): string {
  return `${formatAmount(count, locale)} ${count === 1 ? noun : `${noun}s`}`;
}

/**
 * A share as whole percent. Only a measured 0 reads 0% and only all of it reads 100%:
 * what lies a little beside them is `<1%` or `>99%`. Null is "no data", given as a dash.
 */
export function formatShare(share: number | null, locale: string): string {
  if (share === null) return "–";
  const percent = numberFormat(locale, { style: "percent" });
  if (share > 0 && share < 0.005) return `<${percent.format(0.01)}`;
  if (share < 1 && share >= 0.995) return `>${percent.format(0.99)}`;
  return percent.format(wholePercent(share) / 100);
}

/** A percentage that people agreed on, 0..100: at most one decimal. */
export function formatPercent(percent: number, locale: string): string {
  return numberFormat(locale, { style: "percent", maximumFractionDigits: 1 }).format(percent / 100);
}

/** 0..100. The detour rounds 28.499999999999996, a half that floating point lost, up as a half. */
export function wholePercent(share: number): number {
  return Math.round(Number((share * 100).toPrecision(12)));
}

/** Noon keeps a calendar day the same day in every formatter that reads it as UTC. */
function atNoon(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** A calendar day `YYYY-MM-DD` in words. `short` leaves the year out. */
export function formatDay(day: string, locale: string, form: "full" | "short" = "full"): string {
  const year = form === "full" ? ({ year: "numeric" } as const) : {};
  const format = dateFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    ...year,
  });
  return plainSpaces(format.format(atNoon(day)));
}

/** A month of a calendar day: `March 2026`, or `Mar` when short. */
export function formatMonth(day: string, locale: string, form: "full" | "short" = "full"): string {
  const options: Intl.DateTimeFormatOptions =
    form === "full" ? { month: "long", year: "numeric" } : { month: "short" };
  const format = dateFormat(locale, { timeZone: "UTC", ...options });
  return plainSpaces(format.format(atNoon(day)));
}

/** Two calendar days, both included: `3 – 9 Mar 2026`. */
export function formatDayRange(from: string, to: string, locale: string): string {
  if (from === to) return formatDay(from, locale);
  const format = dateFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return plainSpaces(format.formatRange(atNoon(from), atNoon(to)));
}

/** The day an instant falls on in `timeZone`. */
export function formatInstantDay(instant: string, locale: string, timeZone: string): string {
  const format = dateFormat(locale, {
    timeZone,
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return plainSpaces(format.format(new Date(instant)));
}

/** Day and time of an instant in `timeZone`. */
export function formatInstant(instant: string, locale: string, timeZone: string): string {
  const format = dateFormat(locale, {
    timeZone,
    dateStyle: "medium",
    timeStyle: "short",
  });
  return plainSpaces(format.format(new Date(instant)));
}

/** Node's and browsers' formatters differ in their thin and narrow spaces, which breaks hydration. */
function plainSpaces(text: string): string {
  return text.replaceAll(/[\u00a0\u2009\u202f]/g, " ");
}

const spans = [
  { unit: "day", ms: 86_400_000 },
  { unit: "hour", ms: 3_600_000 },
  { unit: "minute", ms: 60_000 },
] as const;

/**
 * `4 minutes ago`, seen from `now` (milliseconds since 1970). Under a minute it is `just now`. Words, not
 * a date: in the language of the sentence around them, whatever the reader's locale is.
 */
export function formatAgo(instant: string, now: number): string {
  const passed = now - Date.parse(instant);
  const span = spans.find(({ ms }) => passed >= ms);
  if (!span) return "just now";
  const format = new Intl.RelativeTimeFormat("en", { numeric: "always" });
  return format.format(-Math.floor(passed / span.ms), span.unit);
}
