import type { Decision } from "@/lib/domain/classification";
import { defaultCategoryOfKind } from "@/lib/domain/kind";
import { labelWords, squash } from "../label-words";
import { readLabel } from "../read-label";

/** "Story" is a type in Jira and an ordinary word in a label, so it is read here alone. */
const story = { kind: "new_feature", phrase: "story", confidence: 0.9 } as const;

/**
 * The tracker's native type: `Bug`, `New Feature`, `Technical Debt`. "Task", "Epic" and "Sub-task"
 * say how big something is, not what it is, and leave it to the labels.
 */
export function classifyByType({ type }: { type: string | null }): Decision | null {
  if (type === null) return null;
  const reading = squash(labelWords(type)) === "story" ? story : readLabel(type);
  if (!reading) return null;
  return {
    category: defaultCategoryOfKind[reading.kind],
    kind: reading.kind,
    because: "type",
    confidence: reading.confidence,
    evidence: [{ field: "type", value: type, matched: reading.phrase }],
  };
}
