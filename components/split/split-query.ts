import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answeredQuery, type BalanceQuery } from "@/components/balance/balance-query";
import type { BalanceView } from "@/components/balance/view-parameters";
import { getJson, queryString } from "@/components/ui/api";
import type { Balance } from "@/lib/contracts/balance";
import type { BalanceSplit } from "@/lib/contracts/balance-split";
import type { Split } from "@/lib/domain/split";

/** The parameters of `GET /api/products/{id}/balance/split`. */
export type SplitQuery = BalanceQuery & { by: Split };

/** The question behind a balance that is shown, divided. */
export function splitQueryOf(balance: Balance, view: BalanceView, by: Split): SplitQuery {
  return { ...answeredQuery(balance, view), by };
}

/** Where the parts can be saved as a spreadsheet. */
export function splitFileAddress(productId: string, query: SplitQuery): string {
  return `/api/products/${productId}/balance/split${queryString({ ...query, format: "csv" })}`;
}

/** Begins with the balance's key: what makes the one stale does so with the other. */
export function splitOptions(productId: string, query: SplitQuery) {
  return queryOptions({
    queryKey: ["balance", "split", { productId, ...query }] as const,
    queryFn: ({ signal }) =>
      getJson<BalanceSplit>(
        `/api/products/${productId}/balance/split${queryString(query)}`,
        signal,
      ),
    placeholderData: keepPreviousData,
  });
}
