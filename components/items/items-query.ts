import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getJson, queryString } from "@/components/ui/api";
import type { ItemDetail, ItemList } from "@/lib/contracts/items";
import { activeFilters, type ItemsView } from "./filter-parameters";

/** Which items: the filters of `GET /api/products/{id}/items`, without what is empty. */
export type ItemsQuery = Partial<ItemsView>;

export const itemsPageSize = 50;

export function itemsKey(productId: string, query: ItemsQuery) {
  return ["items", { productId, ...query }] as const;
}

/** The list page by page, following the cursor. */
export function itemsOptions(productId: string, query: ItemsQuery) {
  return infiniteQueryOptions({
    queryKey: itemsKey(productId, query),
    queryFn: ({ pageParam, signal }) => {
      const parameters = { ...query, limit: itemsPageSize, cursor: pageParam };
      return getJson<ItemList>(
        `/api/products/${productId}/items${queryString(parameters)}`,
        signal,
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function itemKey(itemId: string) {
  return ["item", { itemId }] as const;
}

export function itemOptions(itemId: string) {
  return queryOptions({
    queryKey: itemKey(itemId),
    queryFn: ({ signal }) => getJson<ItemDetail>(`/api/items/${itemId}`, signal),
  });
}

/** The question behind the items page's URL. */
export function itemsQueryOf(view: ItemsView): ItemsQuery {
  const { category, doneFrom, doneTo, openedFrom, openedTo, openOn, asKnownAt } = view;
  const { groupBy, group, groupNot } = view;
  const days = { doneFrom, doneTo, openedFrom, openedTo, openOn, asKnownAt };
  const added = { category, ...days, groupBy, group, groupNot };
  const given = Object.entries(added).filter(([, value]) => value?.length);
  return { ...activeFilters(view), ...Object.fromEntries(given) };
}

/** Where the whole set of `query` can be saved as a spreadsheet. */
export function exportAddress(productId: string, query: ItemsQuery): string {
  return `/api/products/${productId}/items${queryString({ ...query, format: "csv" })}`;
}
