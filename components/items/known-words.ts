import { formatDay, formatInstant } from "@/components/ui/format";

/** The day or instant of a view of the past: `3 Mar 2026`, `3 Mar 2026, 12:04`. */
export function knownWords(asKnownAt: string, locale: string, timeZone: string): string {
  return asKnownAt.includes("T")
    ? formatInstant(asKnownAt, locale, timeZone)
    : formatDay(asKnownAt, locale);
}
