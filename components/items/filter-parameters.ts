import {
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { categoryOrNone } from "@/lib/domain/category";
import { becauses } from "@/lib/domain/classification";
import { itemStates } from "@/lib/domain/work-item";
import { parseAsDay } from "./parse-as-day";
import { parseAsKnown } from "./parse-as-known";

/** The filters that narrow the balance and the items alike, as they stand in the URL. */
export const filterParameters = {
  q: parseAsString,
  label: parseAsArrayOf(parseAsString),
  state: parseAsArrayOf(parseAsStringLiteral(itemStates)),
  because: parseAsArrayOf(parseAsStringLiteral(becauses)),
  source: parseAsArrayOf(parseAsString),
  assignee: parseAsArrayOf(parseAsString),
  estimated: parseAsStringLiteral(["yes", "no"]),
  contested: parseAsStringLiteral(["true", "false"]),
};
export type ItemFilters = inferParserType<typeof filterParameters>;

/**
 * What the items page adds: the categories, the days a bar of the chart stands for, and the day or
 * instant whose knowledge it shows.
 */
export const itemsParameters = {
  ...filterParameters,
  category: parseAsArrayOf(parseAsStringLiteral(categoryOrNone)),
  doneFrom: parseAsDay,
  doneTo: parseAsDay,
  openedFrom: parseAsDay,
  openedTo: parseAsDay,
  openOn: parseAsDay,
  asKnownAt: parseAsKnown,
};
export type ItemsView = inferParserType<typeof itemsParameters>;

/** The filters alone, without what is empty. */
export function activeFilters(view: ItemFilters): Partial<ItemFilters> {
  const { q, label, state, because, source, assignee, estimated, contested } = view;
  const all = { q, label, state, because, source, assignee, estimated, contested };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value?.length));
}
