import { bandOf } from "@/components/charts/scale";
import type { Note } from "@/lib/contracts/notes";

/** One mark on the axis: `first` and `last` are the numbers of its notes in the list. */
export type NoteMark = { at: number; first: number; last: number; notes: Note[] };

type Axis = {
  buckets: { start: string; end: string }[];
  form: "bars" | "areas";
  /** Of the plot, in pixels. */
  width: number;
};

/** Room for a mark that a finger can hit, in pixels. */
const markWidth = 28;

/**
 * The marks of notes, which come by day: each in the middle of its bucket, and together with its
 * neighbours where they would lie on each other. `at` is a part of the plot's width.
 */
export function noteMarks(notes: Note[], { buckets, form, width }: Axis): NoteMark[] {
  const places = Math.max(1, Math.floor(width / markWidth));
  const marks = new Map<number, NoteMark>();
  for (const [index, note] of notes.entries()) {
    const bucket = buckets.findIndex(({ start, end }) => start <= note.day && note.day <= end);
    if (bucket === -1) continue;
    const { from, to } = bandOf(bucket, buckets.length, form);
    const middle = (from + to) / 2;
    const isApart = buckets.length <= places;
    const place = isApart ? bucket : Math.min(places - 1, Math.floor(middle * places));
    const mark = marks.get(place);
    if (mark) {
      mark.last = index + 1;
      mark.notes.push(note);
    } else {
      const at = isApart ? middle : (place + 0.5) / places;
      marks.set(place, { at, first: index + 1, last: index + 1, notes: [note] });
    }
  }
  return [...marks.values()];
}
