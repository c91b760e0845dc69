"use client";

import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@/components/ui/link";
import { useLocale } from "@/components/ui/use-locale";
import { reasonWords } from "./reason-words";
import { triggersOptions } from "./triggers-query";

/** The oldest reason to talk, how many more there are, and the way to them; or that it is not known. */
export function ReasonsLine({ productId }: { productId: string }) {
  const locale = useLocale();
  const triggers = useQuery(triggersOptions(productId));
  const [first, ...more] = triggers.data?.items ?? [];
  if (triggers.isError && !triggers.data) {
    return (
      <Text mt={2} size="sm" c="dimmed" role="status">
        Whether it is time to talk could not be read.{" "}
        <Anchor
          component="button"
          type="button"
          inherit
          underline="always"
          onClick={() => void triggers.refetch()}
        >
          Try again
        </Anchor>
      </Text>
    );
  }
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
