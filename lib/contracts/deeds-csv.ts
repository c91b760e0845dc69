import { csvRow } from "./csv";
import type { Deed } from "./deeds";

/** The first line of the log as a file. */
export const deedsCsvHeader = csvRow([
  ...["at", "actor", "actorKind", "personId", "kind", "productId", "subject", "detail", "id"],
]);

/** One line of it. */
export function deedsCsvLine(deed: Deed): string {
  const { at, actor, actorKind, personId, kind, productId, subject, detail, id } = deed;
  const text = JSON.stringify(detail);
  return csvRow([at, actor, actorKind, personId, kind, productId, subject, text, id]);
}
