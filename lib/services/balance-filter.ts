import type { ItemFilter } from "@/db/queries/item-filter";

/** Which items a balance counts: what is left of its query beside days, buckets and amounts. */
export function filterOf(query: ItemFilter): ItemFilter {
  const { category, kind, because, state, source, label, assignee, component } = query;
  const { milestone, sprint, epic, estimated, measured, q, contested, teams } = query;
  // By name: whatever else comes with a query (a `format`) would be taken for a filter that no sum holds.
  return {
    ...{ category, kind, because, state, source, label, assignee, component },
    ...{ milestone, sprint, epic, estimated, measured, q, contested, teams },
  };
}
