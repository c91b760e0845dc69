import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getJson, queryString } from "@/components/ui/api";
import type { CurrentDigest, DigestList, KeptDigest } from "@/lib/contracts/digests";

export function digestsKey(productId: string) {
  return ["digests", { productId }] as const;
}

export function digestKey(productId: string, digestId: string | null) {
  return ["digest", { productId, digestId }] as const;
}

/** The digests that were made of the product, newest first. */
export function digestsOptions(productId: string) {
  return infiniteQueryOptions({
    queryKey: digestsKey(productId),
    queryFn: ({ pageParam: cursor, signal }) =>
      getJson<DigestList>(`/api/products/${productId}/digests${queryString({ cursor })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

/** One that was made, or the one that would be made now. */
export function digestOptions(productId: string, digestId: string | null) {
  const path = digestId === null ? `/api/products/${productId}/digest` : `/api/digests/${digestId}`;
  return queryOptions({
    queryKey: digestKey(productId, digestId),
    queryFn: ({ signal }) => getJson<CurrentDigest | KeptDigest>(path, signal),
  });
}
