import { infiniteQueryOptions } from "@tanstack/react-query";
import { parseAsString, parseAsStringLiteral } from "nuqs/server";
import { parseAsDay } from "@/components/items/parse-as-day";
import { getJson, queryString } from "@/components/ui/api";
import type { DeedList } from "@/lib/contracts/deeds";
import { deedKinds } from "@/lib/domain/deed";

/** What the page shows of the log is named by its address. */
export const logParameters = {
  kind: parseAsStringLiteral(deedKinds),
  productId: parseAsString,
  personId: parseAsString,
  from: parseAsDay,
  to: parseAsDay,
};

export type LogQuery = {
  kind?: string | undefined;
  productId?: string | undefined;
  personId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** What is asked for; what is left open is left out. */
export function logQueryOf(view: { [Name in keyof LogQuery]-?: string | null }): LogQuery {
  const given = Object.entries(view).filter(([, value]) => value !== null && value !== "");
  return Object.fromEntries(given);
}

export function logKey(query: LogQuery) {
  return ["log", query] as const;
}

/** Who did what, the latest first, a hundred at a time. */
export function logOptions(query: LogQuery) {
  return infiniteQueryOptions({
    queryKey: logKey(query),
    queryFn: ({ pageParam, signal }) =>
      getJson<DeedList>(`/api/log${queryString({ ...query, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}

export function logFileAddress(query: LogQuery, format: "csv" | "ndjson"): string {
  return `/api/log${queryString({ ...query, format })}`;
}
