import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answeredQuery } from "@/components/balance/balance-query";
import type { BalanceView } from "@/components/balance/view-parameters";
import { getJson, queryString } from "@/components/ui/api";
import type { Balance } from "@/lib/contracts/balance";

/** The kinds on the days of an answer; under its key, to be asked again with it. */
export function kindsOptions(productId: string, balance: Balance, view: BalanceView) {
  const { board: _, ...asked } = answeredQuery(balance, view);
  // Only the whole of the days is told.
  const query = { ...asked, bucket: "quarter", breakdown: "kind" };
  return queryOptions({
    queryKey: ["balance", { productId, ...query }, "kinds"] as const,
    queryFn: ({ signal }) =>
      getJson<Balance>(`/api/products/${productId}/balance${queryString(query)}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** Where the kinds of each bucket can be saved as a spreadsheet. */
export function kindsFileAddress(productId: string, balance: Balance, view: BalanceView): string {
  const query = { ...answeredQuery(balance, view), breakdown: "kind", format: "csv" };
  return `/api/products/${productId}/balance${queryString(query)}`;
}
