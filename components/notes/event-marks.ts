import { bandOf } from "@/components/charts/scale";
import type { ChartEvent } from "./chart-events";

/** One mark on the axis: `first` and `last` are the numbers of its events in the list. */
export type EventMark = { at: number; first: number; last: number; events: ChartEvent[] };

type Axis = {
  buckets: { start: string; end: string }[];
  form: "bars" | "areas";
  /** Of the plot, in pixels. */
  width: number;
};

/** Room for a mark that a finger can hit, in pixels. */
const markWidth = 28;

/**
 * The marks of events, which come by day: each in the middle of its bucket, and together with its
 * neighbours where they would lie on each other. `at` is a part of the plot's width.
 */
export function eventMarks(events: ChartEvent[], { buckets, form, width }: Axis): EventMark[] {
  const places = Math.max(1, Math.floor(width / markWidth));
  const marks = new Map<number, EventMark>();
  for (const [index, event] of events.entries()) {
    const bucket = buckets.findIndex(({ start, end }) => start <= event.day && event.day <= end);
    if (bucket === -1) continue;
    const { from, to } = bandOf(bucket, buckets.length, form);
    const middle = (from + to) / 2;
    const isApart = buckets.length <= places;
    const place = isApart ? bucket : Math.min(places - 1, Math.floor(middle * places));
    const mark = marks.get(place);
    if (mark) {
      mark.last = index + 1;
      mark.events.push(event);
    } else {
      const at = isApart ? middle : (place + 0.5) / places;
      marks.set(place, { at, first: index + 1, last: index + 1, events: [event] });
    }
  }
  return [...marks.values()];
}
