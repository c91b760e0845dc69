import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { activeFilters, type ItemFilters } from "@/components/items/filter-parameters";
import { getJson, queryString } from "@/components/ui/api";
import { earlierDays } from "@/lib/balance/earlier-days";
import type { Balance } from "@/lib/contracts/balance";
import type { Bucketing, Measure, Unit, Weekday } from "@/lib/domain/balance";
import { comparedScope } from "./compared-scope";
import { earlierAsked, type FilterComparison } from "./comparison";
import { type Here, lastDay } from "./known-day";
import { type DayRange, defaultBucket, rangeOf } from "./period";
import type { BalanceView } from "./view-parameters";

/** What the page asks the API for: the parameters of `GET /api/products/{id}/balance`. */
export type BalanceQuery = DayRange &
  Partial<ItemFilters> & {
    bucket: Bucketing;
    board?: string;
    measure: Measure;
    unit: Unit;
    asKnownAt?: string;
  };

/** The question behind what the URL says. A view of the past ends with the last day it knows. */
export function balanceQueryOf(
  view: BalanceView,
  here: Here & { weekStart: Weekday },
): BalanceQuery {
  const { asKnownAt, board } = view;
  const today = lastDay(asKnownAt, here);
  const range = rangeOf(view, today, here.weekStart);
  const bucket = view.bucket ?? defaultBucket(view, range, today);
  return {
    ...activeFilters(view),
    ...range,
    bucket,
    ...(bucket === "sprint" && board !== null && { board }),
    measure: view.measure,
    unit: view.unit,
    ...(asKnownAt && { asKnownAt }),
  };
}

/** The same days measured as open stock, which has no effort yet. */
export function stockQueryOf(query: BalanceQuery): BalanceQuery {
  const unit = query.unit === "effort_days" ? "items" : query.unit;
  return { ...query, measure: "open", unit };
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

/** The days of an answer about the past, as they are known now; asks nothing about the present. */
export function presentOptions(productId: string, query: BalanceQuery, past: Balance | undefined) {
  const { asKnownAt, ...rest } = query;
  const days = past && { from: past.from, to: past.to };
  return {
    ...balanceOptions(productId, { ...rest, ...days }),
    enabled: asKnownAt !== undefined && past !== undefined,
  };
}

/** The question for the very days of an answer, with what the view narrows them to. */
export function answeredQuery(balance: Balance, view: BalanceView): BalanceQuery {
  const { from, to, bucket, board, measure, unit } = balance;
  const { asKnownAt } = view;
  const days = { from, to, bucket, ...(board !== undefined && { board }) };
  const query = { ...activeFilters(view), ...days, measure, unit };
  return asKnownAt ? { ...query, asKnownAt } : query;
}

/** Where the numbers of an answer can be saved as a spreadsheet. */
export function balanceFileAddress(productId: string, balance: Balance, view: BalanceView): string {
  const query = { ...answeredQuery(balance, view), format: "csv" };
  return `/api/products/${productId}/balance${queryString(query)}`;
}

/** The same days with another filter; never shows those of another answer meanwhile. */
export function otherFilterOptions(
  productId: string,
  balance: Balance,
  { view, comparison }: { view: BalanceView; comparison: FilterComparison },
) {
  const { from, to, bucket, measure, unit } = balance;
  const query = { ...comparedScope(view, comparison), from, to, bucket, measure, unit };
  return { ...balanceOptions(productId, query), placeholderData: undefined };
}

/** The days that an answer is compared with; never shows those of another answer meanwhile. */
export function earlierOptions(productId: string, balance: Balance, view: BalanceView) {
  const days = earlierDays(balance, earlierAsked(view));
  const { board: _, ...asked } = answeredQuery(balance, view);
  // Only the whole of them is compared: earlier sprints need not be told.
  const bucket = asked.bucket === "sprint" ? "month" : asked.bucket;
  const query = { ...asked, ...days, bucket };
  return { ...balanceOptions(productId, query), placeholderData: undefined };
}

/** What was delivered in the last twelve weeks: the balance as the page opens with it. */
export function recentDelivery(here: Here & { weekStart: Weekday }): BalanceQuery {
  const range = rangeOf({ period: "12w", from: null, to: null }, here.today, here.weekStart);
  return { ...range, bucket: "week", measure: "done", unit: "items" };
}
