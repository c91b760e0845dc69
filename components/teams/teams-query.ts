import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/ui/api";
import type { TeamList } from "@/lib/contracts/teams";

export function teamsKey(productId: string) {
  return ["teams", { productId }] as const;
}

/** The product's teams by name. */
export function teamsOptions(productId: string) {
  return queryOptions({
    queryKey: teamsKey(productId),
    queryFn: ({ signal }) => getJson<TeamList>(`/api/products/${productId}/teams`, signal),
  });
}
