/** A name that says when, and sorts by it. */
export function backupName(at: Date): string {
  return `backlog-balance-${at.toISOString().replaceAll(":", "-").slice(0, 19)}Z.ndjson.gz`;
}
