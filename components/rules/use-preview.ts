"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { RuleSet } from "@/lib/classify/rules/rule-set";
import { isComplete } from "./condition-group";
import { previewOptions } from "./rules-query";

const pauseMs = 400;

/** What a set would move, asked once the person pauses and every rule has something to compare. */
export function usePreview(productId: string, ruleSet: RuleSet) {
  const [settled] = useDebouncedValue(ruleSet, pauseMs);
  const complete = ruleSet.rules.every(({ when }) => isComplete(when));
  const query = useInfiniteQuery({ ...previewOptions(productId, settled), enabled: complete });
  return {
    ...query,
    complete,
    /** What is shown belongs to an earlier state of the set. */
    isBehind: settled !== ruleSet || query.isPlaceholderData || query.isFetching,
    summary: query.data?.pages[0]?.summary ?? null,
    items: query.data?.pages.flatMap(({ items }) => items) ?? [],
  };
}
export type Preview = ReturnType<typeof usePreview>;
