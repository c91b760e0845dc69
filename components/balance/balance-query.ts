import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { activeFilters, type ItemFilters } from "@/components/items/filter-parameters";
import { getJson, queryString } from "@/components/ui/api";
import type { Balance } from "@/lib/contracts/balance";
import type { BucketSize, Measure, Unit, Weekday } from "@/lib/domain/balance";
import { type DayRange, defaultBucket, rangeOf } from "./period";
import type { BalanceView } from "./view-parameters";

/** What the page asks the API for: the parameters of `GET /api/products/{id}/balance`. */
export type BalanceQuery = DayRange &
  Partial<ItemFilters> & { bucket: BucketSize; measure: Measure; unit: Unit };

/** The question behind what the URL says, on the day `today` of the product's time zone. */
export function balanceQueryOf(view: BalanceView, today: string, weekStart: Weekday): BalanceQuery {
  const range = rangeOf(view, today, weekStart);
  return {
    ...activeFilters(view),
    ...range,
    bucket: view.bucket ?? defaultBucket(view, range, today),
    measure: view.measure,
    unit: view.unit,
  };
}

export function balanceKey(productId: string, query: BalanceQuery) {
  return ["balance", { productId, ...query }] as const;
}

export function balanceOptions(productId: string, query: BalanceQuery) {
  return queryOptions({
    queryKey: balanceKey(productId, query),
    queryFn: ({ signal }) =>
      getJson<Balance>(`/api/products/${productId}/balance${queryString(query)}`, signal),
    placeholderData: keepPreviousData,
  });
}
