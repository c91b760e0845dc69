import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Scope } from "@/components/balance/items-behind";
import { getJson, queryString } from "@/components/ui/api";
import type { Flow } from "@/lib/contracts/flow";
import type { Bucketing, UnitAhead } from "@/lib/domain/balance";

/** The parameters of `GET /api/products/{id}/flow`. */
export type FlowQuery = Scope & {
  from: string;
  to: string;
  bucket: Bucketing;
  board?: string;
  unit: UnitAhead;
};

/** Where the flow can be saved as a spreadsheet. */
export function flowFileAddress(productId: string, query: FlowQuery): string {
  return `/api/products/${productId}/flow${queryString({ ...query, format: "csv" })}`;
}

/** Begins with the balance's key: what makes the one stale does so with the other. */
export function flowOptions(productId: string, query: FlowQuery) {
  return queryOptions({
    queryKey: ["balance", "flow", { productId, ...query }] as const,
    queryFn: ({ signal }) =>
      getJson<Flow>(`/api/products/${productId}/flow${queryString(query)}`, signal),
    placeholderData: keepPreviousData,
  });
}
