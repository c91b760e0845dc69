import type { Days, EarlierPeriod } from "@/lib/domain/balance";

const dayMs = 86_400_000;

/**
 * The days that others are compared with. Without the Temporal API, so that the browser can ask
 * for them too: calendar days need no time zone.
 */
export function earlierDays({ from, to }: Days, which: EarlierPeriod): Days {
  switch (which) {
    case "previous": {
      const length = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
      return { from: moved(from, -length), to: moved(from, -1) };
    }
    case "year":
      return { from: yearBefore(from), to: yearBefore(to) };
  }
}

/** 29 February has no day of its name a year before: it becomes the 28th. */
function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, "0");
  return day.endsWith("-02-29") ? `${year}-02-28` : `${year}${day.slice(4)}`;
}

function moved(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}
