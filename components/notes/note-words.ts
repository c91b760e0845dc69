import { formatCount, formatDay } from "@/components/ui/format";
import type { Note } from "@/lib/contracts/notes";
import type { NoteKind } from "@/lib/domain/note";

export const noteKindNames: Record<NoteKind, string> = {
  release: "Release",
  deadline: "Deadline",
  feedback: "What users say",
  figures: "Figures",
  note: "Note",
};

/** `14 Feb 2026 · Release`. */
export function noteHead({ day, kind }: Pick<Note, "day" | "kind">, locale: string): string {
  return `${formatDay(day, locale)} · ${noteKindNames[kind]}`;
}

/** `3`, or `3–5` where several share a mark. */
export function markName({ first, last }: { first: number; last: number }): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** The most notes that a saved picture tells. */
const mostLines = 20;

/** Notes as lines under a saved picture, numbered as in it. */
export function noteLines(notes: Note[], locale: string): string[] {
  const lines = notes
    .slice(0, mostLines)
    .map(
      (note, index) =>
        `▲ ${index + 1}  ${noteHead(note, locale)}: ${note.text.replaceAll(/\s+/g, " ")}`,
    );
  const left = notes.length - lines.length;
  return left > 0 ? [...lines, `and ${formatCount(left, "more note", locale)}`] : lines;
}
