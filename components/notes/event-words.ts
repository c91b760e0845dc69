import { formatCount, formatDay } from "@/components/ui/format";
import type { NoteKind } from "@/lib/domain/note";
import type { ChartEvent } from "./chart-events";

export const noteKindNames: Record<NoteKind, string> = {
  release: "Release",
  deadline: "Deadline",
  feedback: "What users say",
  figures: "Figures",
  note: "Note",
};

const eventNames: Record<ChartEvent["kind"], string> = {
  ...noteKindNames,
  stage: "Stage",
  agreement: "Agreement",
};

/** `14 Feb 2026 · Release`. */
export function eventHead({ day, kind }: Pick<ChartEvent, "day" | "kind">, locale: string): string {
  return `${formatDay(day, locale)} · ${eventNames[kind]}`;
}

/** `3`, or `3–5` where several share a mark. */
export function markName({ first, last }: { first: number; last: number }): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** The most events that a saved picture tells. */
const mostLines = 20;

/** Events as lines under a saved picture, numbered as in it. */
export function eventLines(events: ChartEvent[], locale: string): string[] {
  const lines = events
    .slice(0, mostLines)
    .map(
      (event, index) =>
        `▲ ${index + 1}  ${eventHead(event, locale)}: ${event.text.replaceAll(/\s+/g, " ")}`,
    );
  const left = events.length - lines.length;
  return left > 0 ? [...lines, `and ${formatCount(left, "more note", locale)}`] : lines;
}
