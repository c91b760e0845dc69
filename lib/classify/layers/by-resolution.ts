import type { Decision } from "@/lib/domain/classification";
import { defaultCategoryOfKind, type Kind } from "@/lib/domain/kind";
import type { WorkItem } from "@/lib/domain/work-item";
import { notWorkKinds } from "../label-reading";
import { readLabel } from "../read-label";

type Resolved = Pick<WorkItem, "resolution" | "originalResolution">;

/** A quarter of one recorded tracker's closed items ended so: they are closed, not delivered. */
function kindOf({ resolution, originalResolution }: Resolved): Kind | null {
  switch (resolution) {
    case "duplicate":
      return "duplicate";
    case "not_planned": {
      const reading = originalResolution === null ? null : readLabel(originalResolution);
      return reading && notWorkKinds.has(reading.kind) ? reading.kind : "wont_do";
    }
    case "completed":
    case null:
      return null;
    default:
      return resolution satisfies never;
  }
}

/** Closed as not planned or as a duplicate: excluded. Any other ending says nothing. */
export function classifyByResolution(item: Resolved): Decision | null {
  const kind = kindOf(item);
  if (!kind) return null;
  const value = item.originalResolution ?? item.resolution ?? "";
  return {
    category: defaultCategoryOfKind[kind],
    kind,
    because: "resolution",
    confidence: 1,
    evidence: [{ field: "resolution", value }],
  };
}
