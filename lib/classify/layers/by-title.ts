import type { Decision } from "@/lib/domain/classification";
import { defaultCategoryOfKind } from "@/lib/domain/kind";
import { readTitle } from "../read-title";

/** A conventional prefix of the title, never its prose: that is for the text model. */
export function classifyByTitle({ title }: { title: string }): Decision | null {
  const reading = readTitle(title);
  if (!reading) return null;
  return {
    category: defaultCategoryOfKind[reading.kind],
    kind: reading.kind,
    because: "title",
    confidence: reading.confidence,
    evidence: [{ field: "title", value: title, matched: reading.matched }],
  };
}
