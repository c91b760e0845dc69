import type { ItemFilters } from "@/components/items/filter-parameters";
import type { ItemsQuery } from "@/components/items/items-query";
import type { Balance } from "@/lib/contracts/balance";
import { type CategoryOrNone, chartedCategories } from "@/lib/domain/category";

/** The filters in force and, in a view of the past, the day or instant that it knows. */
export type Scope = Partial<ItemFilters> & { asKnownAt?: string };

export type NumberClicked = {
  /** Null is the whole range. */
  bucket: { start: string; end: string } | null;
  /** Null is the whole bar: all that is drawn, so without the excluded. */
  category: CategoryOrNone | null;
  /** Only what somebody contests, be it drawn or excluded. */
  contested?: true;
};

/** The items a number of the balance counts, as a question to `GET …/items`. */
export function itemsBehind(
  balance: Pick<Balance, "measure" | "from" | "to">,
  { bucket, category, contested }: NumberClicked,
  scope: Scope,
): ItemsQuery {
  const from = bucket && bucket.start > balance.from ? bucket.start : balance.from;
  const to = bucket && bucket.end < balance.to ? bucket.end : balance.to;
  const which = contested
    ? { ...scope, contested: "true" as const }
    : { ...scope, category: category ? [category] : [...chartedCategories] };
  switch (balance.measure) {
    case "done":
      return { ...which, doneFrom: from, doneTo: to };
    case "opened":
      return { ...which, openedFrom: from, openedTo: to };
    case "open":
      return { ...which, openOn: to };
    default:
      return balance.measure satisfies never;
  }
}
