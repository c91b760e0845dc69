import { queryOptions } from "@tanstack/react-query";
import { getJson, queryString } from "@/components/ui/api";
import { mostAtOnce, type SharedTraits, type TriageList } from "@/lib/contracts/triage";
import type { Trait } from "@/lib/domain/triage-trait";
import { filtersOf } from "./alike-step";

/** How many of those that wait share each trait of an item. */
export function sharedTraitsOptions(itemId: string) {
  return queryOptions({
    queryKey: ["triage-traits", { itemId }] as const,
    queryFn: ({ signal }) => getJson<SharedTraits>(`/api/items/${itemId}/traits`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** The items that have all of `traits`, as many as one decision takes. */
export function alikeOptions(productId: string, traits: readonly Trait[]) {
  const parameters = { ...filtersOf(traits), limit: mostAtOnce };
  return queryOptions({
    queryKey: ["triage-alike", { productId, ...parameters }] as const,
    queryFn: ({ signal }) =>
      getJson<TriageList>(`/api/products/${productId}/triage${queryString(parameters)}`, signal),
    // What is selected is decided: nothing may join it unseen.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}
