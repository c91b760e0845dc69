import type { Resolution } from "@/lib/domain/work-item";

/** What sites' own words mean for the balance: a table's entries beat the defaults. */
export type ResolutionTable = Record<string, Resolution>;

const completed = [
  "fixed",
  "done",
  "complete",
  "completed",
  "resolved",
  "implemented",
  "delivered",
];
const alsoCompleted = ["released", "deployed", "shipped", "closed", "accepted"];
const duplicate = ["duplicate", "duplicated", "duplicates", "already reported"];
const notPlanned = [
  ["won't fix", "wont fix", "will not fix", "won't do", "wont do", "will not do"],
  ["invalid", "not valid", "not a bug", "not our bug", "not an issue", "not an error", "no bug"],
  ["cannot reproduce", "can't reproduce", "not reproducible", "unable to reproduce"],
  ["incomplete", "needs more info", "need more info", "no response", "insufficient information"],
  ["rejected", "declined", "abandoned", "cancelled", "canceled", "withdrawn", "obsolete"],
  ["out of scope", "no longer relevant", "not applicable", "works as designed", "by design"],
  ["as designed", "works for me", "later", "postponed", "deferred", "hold", "on hold"],
].flat();

const defaults = new Map<string, Resolution>([
  ...[...completed, ...alsoCompleted].map((name) => [name, "completed"] as const),
  ...duplicate.map((name) => [name, "duplicate"] as const),
  ...notPlanned.map((name) => [name, "not_planned"] as const),
]);

/** The resolution of a site's own word, or null for a word that no table knows. */
export function readResolution(word: string, own: ResolutionTable): Resolution | null {
  const wanted = normalised(word);
  const chosen = Object.entries(own).find(([name]) => normalised(name) === wanted);
  return chosen?.[1] ?? defaults.get(wanted) ?? null;
}

/**
 * How a closed issue ended. Without a resolution the status itself may say it ("Won't Do", usual in
 * team-managed projects); a status that says nothing of the kind is done work.
 */
export function resolutionOfClosed(
  closed: { resolution: string | null; status: string },
  own: ResolutionTable,
): Resolution | null {
  if (closed.resolution !== null) return readResolution(closed.resolution, own);
  return readResolution(closed.status, own) ?? "completed";
}

function normalised(word: string): string {
  return word.trim().toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ");
}
