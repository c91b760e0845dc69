import { infiniteQueryOptions } from "@tanstack/react-query";
import { type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { periods, rangeOf } from "@/components/balance/period";
import { parseAsDay } from "@/components/items/parse-as-day";
import { getJson, queryString } from "@/components/ui/api";
import type { LateChangeList } from "@/lib/contracts/audit";
import type { Weekday } from "@/lib/domain/balance";

/** When the changes were made, as the URL says it. */
export const auditParameters = {
  period: parseAsStringLiteral(periods).withDefault("12w"),
  from: parseAsDay,
  to: parseAsDay,
};
export type AuditView = inferParserType<typeof auditParameters>;

/** Days of the change, both included; an absent one is no limit. */
export type AuditQuery = { from?: string; to?: string };

/** The days behind what the URL says, on the day `today` of the product's time zone. */
export function auditQueryOf(view: AuditView, today: string, weekStart: Weekday): AuditQuery {
  const { from, to } = rangeOf(view, today, weekStart);
  return { ...(from && from !== "first" && { from }), ...(to && { to }) };
}

export const auditPageSize = 50;

export function auditKey(productId: string, query: AuditQuery) {
  return ["audit", { productId, ...query }] as const;
}

/** The late changes page by page, following the cursor. */
export function auditOptions(productId: string, query: AuditQuery) {
  return infiniteQueryOptions({
    queryKey: auditKey(productId, query),
    queryFn: ({ pageParam, signal }) => {
      const parameters = { ...query, limit: auditPageSize, cursor: pageParam };
      const path = `/api/products/${productId}/audit${queryString(parameters)}`;
      return getJson<LateChangeList>(path, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}
