import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { getJson, queryString, sendJson } from "@/components/ui/api";
import type { RuleSet } from "@/lib/classify/rules/rule-set";
import type { Rules, RulesComparison, RulesPreview, RulesVersionList } from "@/lib/contracts/rules";

const pollReclassifyingMs = 1_000;
const previewFreshMs = 60_000;

export function rulesKey(productId: string) {
  return ["rules", { productId }] as const;
}

/** The product's rules; asked again every moment while items are being decided by them. */
export function rulesOptions(productId: string) {
  return queryOptions({
    queryKey: rulesKey(productId),
    queryFn: ({ signal }) => getJson<Rules>(`/api/products/${productId}/rules`, signal),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? pollReclassifyingMs : false),
  });
}

/** Whether items are still being decided by the latest rules. */
export function isUnderWay(rules: Rules | undefined): boolean {
  return rules?.reclassification != null && rules.reclassification.finishedAt === null;
}

export const previewKey = ["rules-preview"] as const;

/** What `ruleSet` would move: the figures on the first page, the items page by page. */
export function previewOptions(productId: string, ruleSet: RuleSet) {
  return infiniteQueryOptions({
    queryKey: [...previewKey, { productId, ruleSet }] as const,
    // Of a set that is still being typed, only the last answer is waited for, here and there.
    queryFn: ({ pageParam, signal }) => {
      const body = { ruleSet, ...(pageParam !== null && { cursor: pageParam }) };
      return sendJson<RulesPreview>("POST", `/api/products/${productId}/rules/preview`, body, {
        signal,
      });
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: previewFreshMs,
    refetchOnWindowFocus: false,
  });
}

export function versionsOptions(productId: string, version: number) {
  return infiniteQueryOptions({
    queryKey: ["rules-versions", { productId, version }] as const,
    queryFn: ({ pageParam, signal }) => {
      const path = `/api/products/${productId}/rules/versions`;
      return getJson<RulesVersionList>(`${path}${queryString({ cursor: pageParam })}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** What was done to the rules from one version to another; neither ever changes. */
export function comparisonOptions(productId: string, versions: { from: number; to: number }) {
  return queryOptions({
    queryKey: ["rules-comparison", { productId, ...versions }] as const,
    queryFn: ({ signal }) => {
      const path = `/api/products/${productId}/rules/comparison`;
      return getJson<RulesComparison>(`${path}${queryString(versions)}`, signal);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
