import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { getJson, queryString } from "@/components/ui/api";
import type { JudgedList, Model } from "@/lib/contracts/model";
import type { JudgedSelection } from "./judged-parameters";

/** How accurate the product's text model has been. The first look after a correction takes seconds. */
export function modelOptions(productId: string) {
  return queryOptions({
    queryKey: ["model", { productId }] as const,
    queryFn: ({ signal }) => getJson<Model>(`/api/products/${productId}/model`, signal),
    // Whoever comes here has perhaps just decided something elsewhere.
    staleTime: 0,
  });
}

/** The corrected items behind a number, page by page. */
export function judgedOptions(productId: string, { items: _items, ...selection }: JudgedSelection) {
  return infiniteQueryOptions({
    queryKey: ["model", { productId }, "items", selection] as const,
    queryFn: ({ pageParam, signal }) => {
      const right = selection.right === null ? null : String(selection.right);
      const query = queryString({ ...selection, right, cursor: pageParam });
      return getJson<JudgedList>(`/api/products/${productId}/model/items${query}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}
