import type { Weekday } from "@/lib/domain/balance";

/** `monday` as a heading has it. */
export function weekdayName(day: Weekday): string {
  return day.charAt(0).toUpperCase() + day.slice(1);
}
