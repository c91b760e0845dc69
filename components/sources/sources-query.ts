import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/ui/api";
import type { SourceList } from "@/lib/contracts/sources";

const pollSyncingMs = 1_500;
const pollIdleMs = 30_000;

export function sourcesKey(productId: string) {
  return ["sources", { productId }] as const;
}

/** The product's sources; asked again every moment while one of them syncs. */
export function sourcesOptions(productId: string) {
  return queryOptions({
    queryKey: sourcesKey(productId),
    queryFn: ({ signal }) => getJson<SourceList>(`/api/products/${productId}/sources`, signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some((source) => source.state === "syncing") ? pollSyncingMs : pollIdleMs,
  });
}
