import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/ui/api";
import type { RefusedList, SourceList } from "@/lib/contracts/sources";

const pollSyncingMs = 1_500;
const pollIdleMs = 30_000;

export function sourcesKey(productId: string) {
  return ["sources", { productId }] as const;
}

/** The first records of a source that could not be stored; asked again as their number changes. */
export function refusedOptions(sourceId: string, count: number) {
  return queryOptions({
    queryKey: ["refused", { sourceId, count }] as const,
    queryFn: ({ signal }) => getJson<RefusedList>(`/api/sources/${sourceId}/refused`, signal),
  });
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
