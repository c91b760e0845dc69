import { formatInstantDay } from "@/components/ui/format";

/** Until when something holds, or since when it does not; days are in UTC, as they are in the log. */
export function endWords(expiresAt: string | null, now: number, locale: string): string {
  if (expiresAt === null) return "without an end";
  const day = formatInstantDay(expiresAt, locale, "UTC");
  return Date.parse(expiresAt) > now ? `until ${day}` : `over since ${day}`;
}
