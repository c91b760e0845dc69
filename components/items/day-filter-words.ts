import { formatDay, formatDayRange } from "@/components/ui/format";
import type { ItemsView } from "./filter-parameters";

export type DayFilters = Pick<
  ItemsView,
  "doneFrom" | "doneTo" | "openedFrom" | "openedTo" | "openOn"
>;

export type DayChip = { name: string; without: Partial<DayFilters> };

/** The days in force in words, with what takes each away. */
export function dayFilterChips(view: DayFilters, locale: string): DayChip[] {
  const { doneFrom, doneTo, openedFrom, openedTo, openOn } = view;
  const done = span(doneFrom, doneTo, locale);
  const opened = span(openedFrom, openedTo, locale);
  return [
    ...(done ? [{ name: `Done ${done}`, without: { doneFrom: null, doneTo: null } }] : []),
    ...(opened
      ? [{ name: `Opened ${opened}`, without: { openedFrom: null, openedTo: null } }]
      : []),
    ...(openOn
      ? [{ name: `Open at the end of ${formatDay(openOn, locale)}`, without: { openOn: null } }]
      : []),
  ];
}

function span(from: string | null, to: string | null, locale: string): string | null {
  if (from && to) return formatDayRange(from, to, locale);
  if (from) return `since ${formatDay(from, locale)}`;
  return to ? `up to ${formatDay(to, locale)}` : null;
}
