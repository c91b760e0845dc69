import {
  type inferParserType,
  parseAsArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { periods } from "@/components/balance/period";
import { parseAsDay } from "@/components/items/parse-as-day";
import { measures, units } from "@/lib/domain/balance";
import { portfolioBuckets } from "@/lib/domain/portfolio";

/** The whole history begins on another day in each product: it has no buckets in common. */
export const portfolioPeriods = periods.filter((period) => period !== "all");

export const portfolioOrders = ["name", "share"] as const;

/** Everything the portfolio shows is named by its URL. */
export const portfolioParameters = {
  period: parseAsStringLiteral(portfolioPeriods).withDefault("12m"),
  from: parseAsDay,
  to: parseAsDay,
  bucket: parseAsStringLiteral(portfolioBuckets),
  measure: parseAsStringLiteral(measures).withDefault("done"),
  unit: parseAsStringLiteral(units).withDefault("items"),
  order: parseAsStringLiteral(portfolioOrders).withDefault("name"),
  /** The products that are seen side by side. */
  beside: parseAsArrayOf(parseAsString).withDefault([]),
  cursor: parseAsString,
};
export type PortfolioView = inferParserType<typeof portfolioParameters>;
