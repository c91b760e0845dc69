const ending = ".ndjson.gz";
export const scheduledPrefix = "scheduled-";

/** A name that says when, and sorts by it. Only what begins as scheduled is ever removed again. */
export function backupName(at: Date, prefix = "backlog-balance-"): string {
  return `${prefix}${at.toISOString().replaceAll(":", "-").slice(0, 19)}Z${ending}`;
}

/** When a scheduled backup was made; null for any other file. */
export function scheduledAt(name: string): Date | null {
  if (!name.startsWith(scheduledPrefix) || !name.endsWith(ending)) return null;
  const [day, time] = name.slice(scheduledPrefix.length, -ending.length).split("T");
  const at = new Date(`${day}T${time?.replaceAll("-", ":")}`);
  return Number.isNaN(+at) ? null : at;
}
