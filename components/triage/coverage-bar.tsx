"use client";

import { Progress, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { formatCount, formatShare } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import { coverageOptions } from "./triage-query";

const wanted = 0.99;

/** How far the decided items are from what a planning meeting can rely on. */
export function CoverageBar({ productId }: { productId: string }) {
  const locale = useLocale();
  const { data } = useQuery(coverageOptions(productId));
  const coverage = data?.coverage ?? null;
  const isThere = coverage !== null && coverage >= wanted;
  return (
    <div>
      <Text size="sm" data-testid="coverage">
        <strong>{formatShare(coverage, locale)}</strong> of the items have a category
        {isThere ? ", enough to rely on" : `; the aim is ${formatShare(wanted, locale)}`}.{" "}
        {data
          ? `${formatCount(data.unclassified, "item", locale)} unclassified, ${formatCount(data.doubtful, "item", locale)} doubtful.`
          : null}
      </Text>
      <Progress value={(coverage ?? 0) * 100} size="sm" my={6} aria-label="Items with a category" />
    </div>
  );
}
