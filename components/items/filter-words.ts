import type { Because } from "@/lib/domain/classification";
import type { ItemState } from "@/lib/domain/work-item";
import type { ItemFilters } from "./filter-parameters";

export const becauseNames: Record<Because, string> = {
  override: "Set by a person",
  rule: "A rule",
  resolution: "How it was closed",
  type: "Its type",
  label: "A label",
  title: "A title prefix",
  parent: "Its parent",
  model: "The text model",
};

export const contestedNames: Record<NonNullable<ItemFilters["contested"]>, string> = {
  true: "Contested",
  false: "Not contested",
};

const measuredNames: Record<NonNullable<ItemFilters["measured"]>, string> = {
  yes: "With effort",
  no: "Without effort",
};

/** Filters by a value of the product's own, in the order of the form. */
export const valueFilters = [
  "label",
  "assignee",
  "component",
  "milestone",
  "sprint",
  "epic",
] as const;
export type ValueFilter = (typeof valueFilters)[number];

export const valueNames: Record<ValueFilter, string> = {
  label: "Label",
  assignee: "Assignee",
  component: "Component",
  milestone: "Milestone",
  sprint: "Sprint",
  epic: "Epic",
};

export const stateNames: Record<ItemState, string> = { open: "Open", closed: "Closed" };

/** What ids are called. */
export type FilterNames = { source: (id: string) => string; team: (id: string) => string };

export type FilterChip = { name: string; without: Partial<ItemFilters> };

/** Each filter in words, with the filters that remain once it is taken away. */
export function filterChips(filters: ItemFilters, names: FilterNames): FilterChip[] {
  const { team, q, state, because, source, estimated, measured, contested } = filters;
  return [
    ...chips(
      team,
      (id) => `Team: ${names.team(id)}`,
      (rest) => ({ team: rest }),
    ),
    ...(q ? [{ name: `Text: ${q}`, without: { q: null } }] : []),
    ...valueFilters.flatMap((field) =>
      chips(
        filters[field],
        (value) => `${valueNames[field]}: ${value}`,
        (rest) => ({ [field]: rest }),
      ),
    ),
    ...chips(
      state,
      (value) => `State: ${stateNames[value]}`,
      (rest) => ({ state: rest }),
    ),
    ...chips(
      because,
      (value) => `Because: ${becauseNames[value]}`,
      (rest) => ({ because: rest }),
    ),
    ...chips(
      source,
      (id) => `Source: ${names.source(id)}`,
      (rest) => ({ source: rest }),
    ),
    ...(estimated ? [{ name: `Estimated: ${estimated}`, without: { estimated: null } }] : []),
    ...(measured ? [{ name: measuredNames[measured], without: { measured: null } }] : []),
    ...(contested ? [{ name: contestedNames[contested], without: { contested: null } }] : []),
  ];
}

function chips<T>(
  values: T[] | null,
  name: (value: T) => string,
  without: (rest: T[] | null) => Partial<ItemFilters>,
): FilterChip[] {
  return (values ?? []).map((value, index, all) => {
    const rest = all.filter((_, other) => other !== index);
    return { name: name(value), without: without(rest.length > 0 ? rest : null) };
  });
}
