import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson, queryString } from "@/components/ui/api";
import type { ItemValues } from "@/lib/contracts/item-values";
import type { ItemField } from "@/lib/domain/item-field";

/** What a product's items have in a field, of what contains `q`; the most frequent first. */
export function valuesOptions(productId: string, field: ItemField, q: string) {
  return queryOptions({
    queryKey: ["values", { productId, field, q }] as const,
    queryFn: ({ signal }) =>
      getJson<ItemValues>(`/api/products/${productId}/values${queryString({ field, q })}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
