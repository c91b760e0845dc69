import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/ui/api";
import type { EndingList, PointsFieldList, RefusedList, SourceList } from "@/lib/contracts/sources";

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

/** The tracker's fields that may hold the estimate; they rarely change. */
export function pointsFieldsOptions(sourceId: string) {
  return queryOptions({
    queryKey: ["points-fields", { sourceId }] as const,
    queryFn: ({ signal }) =>
      getJson<PointsFieldList>(`/api/sources/${sourceId}/points-fields`, signal),
    staleTime: 300_000,
    retry: false,
  });
}

export function endingsKey(sourceId: string) {
  return ["endings", { sourceId }] as const;
}

/** How a source's items ended, in the tracker's words. */
export function endingsOptions(sourceId: string) {
  return queryOptions({
    queryKey: endingsKey(sourceId),
    queryFn: ({ signal }) => getJson<EndingList>(`/api/sources/${sourceId}/resolutions`, signal),
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
