import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson, queryString } from "@/components/ui/api";
import { sharesText } from "@/lib/agreements/shares-text";
import type { BackTestAnswer, Forecast } from "@/lib/contracts/forecast";
import type { AgreedShares } from "@/lib/domain/agreement";

/** The parameters of `GET /api/products/{id}/forecast`; shares null: as the work was divided. */
export type ForecastQuery = { shares: AgreedShares | null; weeks: number; asKnownAt?: string };

/** Where a forecast can be saved as a spreadsheet. */
export function forecastFileAddress(productId: string, { shares, ...rest }: ForecastQuery): string {
  const query = { ...rest, shares: shares && sharesText(shares), format: "csv" };
  return `/api/products/${productId}/forecast${queryString(query)}`;
}

/** Begins with the balance's key: what makes the one stale does so with the other. */
export function forecastOptions(productId: string, { shares, ...rest }: ForecastQuery) {
  const query = { ...rest, shares: shares && sharesText(shares) };
  return queryOptions({
    queryKey: ["balance", "forecast", { productId, ...query }] as const,
    queryFn: ({ signal }) =>
      getJson<Forecast>(`/api/products/${productId}/forecast${queryString(query)}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** How often forecasts of the product's past would have come true; the first look takes seconds. */
export function backTestOptions(productId: string) {
  return queryOptions({
    queryKey: ["balance", "back-test", { productId }] as const,
    queryFn: ({ signal }) =>
      getJson<BackTestAnswer>(`/api/products/${productId}/forecast/backtest`, signal),
  });
}
