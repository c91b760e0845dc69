import {
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { categoryOrNone } from "@/lib/domain/category";
import { becauses } from "@/lib/domain/classification";
import { groupings } from "@/lib/domain/grouping";
import { itemStates } from "@/lib/domain/work-item";
import { parseAsDay } from "./parse-as-day";
import { parseAsKnown } from "./parse-as-known";

/** The filters that narrow the balance and the items alike, as they stand in the URL. */
export const filterParameters = {
  team: parseAsArrayOf(parseAsString),
  q: parseAsString,
  label: parseAsArrayOf(parseAsString),
  state: parseAsArrayOf(parseAsStringLiteral(itemStates)),
  because: parseAsArrayOf(parseAsStringLiteral(becauses)),
  source: parseAsArrayOf(parseAsString),
  assignee: parseAsArrayOf(parseAsString),
  component: parseAsArrayOf(parseAsString),
  milestone: parseAsArrayOf(parseAsString),
  sprint: parseAsArrayOf(parseAsString),
  epic: parseAsArrayOf(parseAsString),
  estimated: parseAsStringLiteral(["yes", "no"]),
  measured: parseAsStringLiteral(["yes", "no"]),
  contested: parseAsStringLiteral(["true", "false"]),
};
export type ItemFilters = inferParserType<typeof filterParameters>;

/** Every filter taken away. */
export const noFilters: Record<keyof ItemFilters, null> = {
  team: null,
  q: null,
  label: null,
  state: null,
  because: null,
  source: null,
  assignee: null,
  component: null,
  milestone: null,
  sprint: null,
  epic: null,
  estimated: null,
  measured: null,
  contested: null,
};

/**
 * What the items page adds: the categories, the days a bar of the chart stands for, the group of a
 * contribution, and the day or instant whose knowledge it shows.
 */
export const itemsParameters = {
  ...filterParameters,
  category: parseAsArrayOf(parseAsStringLiteral(categoryOrNone)),
  doneFrom: parseAsDay,
  doneTo: parseAsDay,
  openedFrom: parseAsDay,
  openedTo: parseAsDay,
  openOn: parseAsDay,
  groupBy: parseAsStringLiteral(groupings),
  group: parseAsArrayOf(parseAsString),
  groupNot: parseAsArrayOf(parseAsString),
  asKnownAt: parseAsKnown,
};
export type ItemsView = inferParserType<typeof itemsParameters>;

/** The filters alone, without what is empty. */
export function activeFilters(view: ItemFilters): Partial<ItemFilters> {
  const filters = Object.entries(view).filter(([name]) => name in filterParameters);
  return Object.fromEntries(filters.filter(([, value]) => value?.length));
}
