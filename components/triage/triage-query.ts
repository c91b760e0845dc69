import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getJson, queryString } from "@/components/ui/api";
import type { TriageList } from "@/lib/contracts/triage";

function triagePath(productId: string, parameters: { limit: number; cursor?: string | null }) {
  return `/api/products/${productId}/triage${queryString(parameters)}`;
}

export const triageKey = ["triage"] as const;

/** What wants a decision, the most informative first. */
export function triageOptions(productId: string) {
  return infiniteQueryOptions({
    queryKey: [...triageKey, { productId }] as const,
    queryFn: ({ pageParam, signal }) =>
      getJson<TriageList>(triagePath(productId, { limit: 50, cursor: pageParam }), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // A new order under the hands of somebody working through it would be no help.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export const coverageKey = ["triage-coverage"] as const;

/** How much is decided, and what is left. */
export function coverageOptions(productId: string) {
  return queryOptions({
    queryKey: [...coverageKey, { productId }] as const,
    queryFn: ({ signal }) => getJson<TriageList>(triagePath(productId, { limit: 1 }), signal),
  });
}
