import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answeredQuery, type BalanceQuery } from "@/components/balance/balance-query";
import { earlierAsked } from "@/components/balance/comparison";
import type { BalanceView } from "@/components/balance/view-parameters";
import { getJson, queryString } from "@/components/ui/api";
import type { Balance } from "@/lib/contracts/balance";
import { type Movers, mostMovers } from "@/lib/contracts/movers";
import type { EarlierPeriod } from "@/lib/domain/balance";
import type { Grouping } from "@/lib/domain/grouping";

/** The parameters of `GET /api/products/{id}/movers`. */
export type MoversQuery = Omit<BalanceQuery, "bucket" | "board"> & {
  by: Grouping;
  against: EarlierPeriod;
  limit: number;
};

/** How many groups are named before the rest. */
const named = 8;

/** What moved the share on the days of an answer, against those that it is compared with. */
export function moversQueryOf(balance: Balance, view: BalanceView): MoversQuery {
  const { bucket: _, board: __, ...query } = answeredQuery(balance, view);
  return { ...query, by: view.by, against: earlierAsked(view), limit: named };
}

/** Where what moved the share can be saved as a spreadsheet, with as many groups as are ever named. */
export function moversFileAddress(productId: string, query: MoversQuery): string {
  const all = { ...query, limit: mostMovers, format: "csv" };
  return `/api/products/${productId}/movers${queryString(all)}`;
}

/** Under the balance's key, so that what changes the one has the other asked for again. */
export function moversOptions(productId: string, query: MoversQuery) {
  return queryOptions({
    queryKey: ["balance", { productId, ...query }, "movers"] as const,
    queryFn: ({ signal }) =>
      getJson<Movers>(`/api/products/${productId}/movers${queryString(query)}`, signal),
    placeholderData: keepPreviousData,
  });
}
