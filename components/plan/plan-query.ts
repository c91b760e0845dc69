import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson, queryString } from "@/components/ui/api";
import type { Plan } from "@/lib/contracts/plan";
import type { PlanScope } from "@/lib/domain/plan";

export function planKey(productId: string, scope: PlanScope | null) {
  return ["plan", { productId, ...scope }] as const;
}

/** The product's plan with candidates from a scope; null is the one it was kept with. */
export function planOptions(productId: string, scope: PlanScope | null) {
  return queryOptions({
    queryKey: planKey(productId, scope),
    queryFn: ({ signal }) =>
      getJson<Plan>(`/api/products/${productId}/plan${queryString({ ...scope })}`, signal),
    placeholderData: keepPreviousData,
  });
}
