import { adfToText } from "./adf";
import { wikiToText } from "./wiki";

/** A description as plain text: Cloud's v3 sends documents, v2 and Data Center wiki markup. */
export function plainText(description: unknown): string | null {
  if (description === null || description === undefined) return null;
  if (typeof description === "string") return wikiToText(description);
  return adfToText(description);
}
