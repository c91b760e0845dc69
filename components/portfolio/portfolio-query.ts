import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { type DayRange, defaultBucket, rangeOf } from "@/components/balance/period";
import { getJson, queryString } from "@/components/ui/api";
import type { Portfolio } from "@/lib/contracts/portfolio";
import type { Measure, Unit } from "@/lib/domain/balance";
import { portfolioBuckets } from "@/lib/domain/portfolio";
import type { PortfolioView } from "./portfolio-parameters";

/** The parameters of `GET /api/portfolio`. */
export type PortfolioQuery = DayRange & {
  bucket: Portfolio["bucket"];
  measure: Measure;
  unit: Unit;
  cursor?: string;
};

/** The question behind what the URL says. A running period ends with each product's own today. */
export function portfolioQueryOf(view: PortfolioView, today: string): PortfolioQuery {
  const range = rangeOf(view, today, "monday");
  const days: DayRange =
    view.period === "custom" ? range : { ...(range.from && { from: range.from }) };
  const size = view.bucket ?? defaultBucket(view, range, today);
  return {
    ...days,
    bucket: portfolioBuckets.find((one) => one === size) ?? "month",
    measure: view.measure,
    unit: view.unit,
    ...(view.cursor && { cursor: view.cursor }),
  };
}

export function portfolioKey(query: PortfolioQuery) {
  return ["portfolio", query] as const;
}

export function portfolioOptions(query: PortfolioQuery) {
  return queryOptions({
    queryKey: portfolioKey(query),
    queryFn: ({ signal }) => getJson<Portfolio>(`/api/portfolio${queryString(query)}`, signal),
    placeholderData: keepPreviousData,
  });
}

/** Where the portfolio can be saved as a spreadsheet. */
export function portfolioFileAddress(query: PortfolioQuery): string {
  return `/api/portfolio${queryString({ ...query, format: "csv" })}`;
}
