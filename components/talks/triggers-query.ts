import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/ui/api";
import type { TriggerList } from "@/lib/contracts/triggers";

export function triggersKey(productId: string) {
  return ["triggers", { productId }] as const;
}

/** Why both sides of the product should talk again, oldest first. */
export function triggersOptions(productId: string) {
  return queryOptions({
    queryKey: triggersKey(productId),
    queryFn: ({ signal }) => getJson<TriggerList>(`/api/products/${productId}/triggers`, signal),
  });
}
