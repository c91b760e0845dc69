/**
 * A bound for JQL: the text Jira reads in the user's time zone, and an instant that it is not after.
 * Bounding the instant again gives the same bound.
 */
export type LowerBound = { text: string; at: Date };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * The latest full minute, at or before `instant`, whose local time names one instant only. Jira
 * reads minutes, and while clocks go back each of them comes twice: a bound inside that hour could
 * be taken for the second one. In a zone that is not known, the text is early enough for any.
 */
export function lowerBound(instant: Date, timeZone: string | null): LowerBound {
  const minute = Math.floor(instant.getTime() / minuteMs) * minuteMs;
  const clock = timeZone === null ? null : clockOf(timeZone);
  // Where clocks are latest it is twelve hours earlier than in UTC: read anywhere, this is not late.
  if (clock === null) return { text: jqlText(minute - 12 * hourMs), at: new Date(minute) };
  const at = beforeRepeated(minute, clock);
  return { text: jqlText(at + clock(at)), at: new Date(at) };
}

/** Milliseconds to add to UTC at an instant. */
type Clock = (at: number) => number;

function beforeRepeated(minute: number, clock: Clock): number {
  const local = minute + clock(minute);
  const offsets = [clock(minute - dayMs), clock(minute), clock(minute + dayMs)];
  const same = [...new Set(offsets)]
    .map((offset) => local - offset)
    .filter((candidate) => candidate + clock(candidate) === local);
  if (same.length < 2) return minute;
  return Math.min(...same) - (Math.max(...same) - Math.min(...same));
}

function clockOf(timeZone: string): Clock | null {
  try {
    const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    return (at) => offsetBy(format, at);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function offsetBy(format: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const local = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return local - Math.floor(at / 1000) * 1000;
}

function jqlText(localMs: number): string {
  return new Date(localMs).toISOString().slice(0, 16).replace("T", " ");
}
