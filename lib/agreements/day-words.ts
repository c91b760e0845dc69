const longDay = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** A calendar day as sentences name it: `3 March 2026`. */
export function dayWords(day: string): string {
  return longDay.format(new Date(`${day}T12:00:00Z`));
}

/** Two days, both included: `3 March 2026 – 9 March 2026`; one of them where they are the same. */
export function daysWords(from: string, to: string): string {
  return from === to ? dayWords(from) : `${dayWords(from)} – ${dayWords(to)}`;
}
