import { createHash } from "node:crypto";

/**
 * The id of a work item: a UUID (version 8, RFC 9562) made of its source and the tracker's own id,
 * so that rebuilding the store gives every item the id it had.
 */
export function itemIdOf(sourceId: string, externalId: string): string {
  const hash = createHash("sha256").update(`${sourceId}\0${externalId}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join("-");
}
