import { resolutionOfClosed } from "@/lib/connectors/jira/resolution";
import type { Resolution } from "@/lib/domain/work-item";

/** A tracker's word for how an item ended, and whether a resolution or the status says it. */
export type Ending = { word: string; from: "resolution" | "status" };

/** What the word means, by the source's own table over the defaults; null where nobody says. */
export function endingMeaning(
  { word, from }: Ending,
  own: Record<string, Resolution>,
): Resolution | null {
  return from === "resolution"
    ? resolutionOfClosed({ resolution: word, status: "" }, own)
    : resolutionOfClosed({ resolution: null, status: word }, own);
}
