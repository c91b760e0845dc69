"use client";

import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@/components/ui/link";
import { useLocale } from "@/components/ui/use-locale";
import { reasonWords } from "./reason-words";
import { triggersOptions } from "./triggers-query";

/** The oldest reason to talk, how many more there are, and the way to them. */
export function ReasonsLine({ productId }: { productId: string }) {
  const locale = useLocale();
  const [first, ...more] = useQuery(triggersOptions(productId)).data?.items ?? [];
  if (!first) return null;
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  return (
    <Text mt={2} data-testid="reasons">
      <strong>Time to talk:</strong> {reasonWords(first, locale)}{" "}
      <Anchor component={Link} inherit underline="always" href={`/products/${productId}/agreement`}>
        See why{others}
      </Anchor>
    </Text>
  );
}
