import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/ui/api";
import type { AgreementList } from "@/lib/contracts/agreements";
import type { StageList } from "@/lib/contracts/stages";

export function stagesKey(productId: string) {
  return ["stages", { productId }] as const;
}

export function agreementsKey(productId: string, kind: "agreements" | "exceptions") {
  return ["agreements", { productId, kind }] as const;
}

/** The product's stages by their first day. */
export function stagesOptions(productId: string) {
  return queryOptions({
    queryKey: stagesKey(productId),
    queryFn: ({ signal }) => getJson<StageList>(`/api/products/${productId}/stages`, signal),
  });
}

/** The product's agreements or exceptions, newest first. */
export function agreementsOptions(productId: string, kind: "agreements" | "exceptions") {
  return queryOptions({
    queryKey: agreementsKey(productId, kind),
    queryFn: ({ signal }) => getJson<AgreementList>(`/api/products/${productId}/${kind}`, signal),
  });
}
