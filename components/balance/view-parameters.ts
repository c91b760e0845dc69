import { type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { filterParameters } from "@/components/items/filter-parameters";
import { parseAsDay } from "@/components/items/parse-as-day";
import { parseAsKnown } from "@/components/items/parse-as-known";
import { bucketings, chartViews, measures, units } from "@/lib/domain/balance";
import { groupings } from "@/lib/domain/grouping";
import { splits } from "@/lib/domain/split";
import { parseAsComparison } from "./comparison";
import { periods } from "./period";

/** Everything the balance page shows is named by its URL. */
export const balanceParameters = {
  ...filterParameters,
  period: parseAsStringLiteral(periods).withDefault("12w"),
  from: parseAsDay,
  to: parseAsDay,
  bucket: parseAsStringLiteral(bucketings),
  board: parseAsString,
  measure: parseAsStringLiteral(measures).withDefault("done"),
  unit: parseAsStringLiteral(units).withDefault("items"),
  view: parseAsStringLiteral(chartViews).withDefault("shares"),
  asKnownAt: parseAsKnown,
  compare: parseAsComparison,
  split: parseAsStringLiteral(splits),
  by: parseAsStringLiteral(groupings).withDefault("label"),
};
export type BalanceView = inferParserType<typeof balanceParameters>;
