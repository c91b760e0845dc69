"use client";

import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { learningWords } from "@/components/model/model-words";
import { Link } from "@/components/ui/link";
import { useLocale } from "@/components/ui/use-locale";
import { coverageOptions } from "./triage-query";

/** What becomes of the decisions: when the model learns them, and where it says how good it is. */
export function LearningNote({ productId }: { productId: string }) {
  const locale = useLocale();
  const { data } = useQuery(coverageOptions(productId));
  return (
    <Text size="sm" c="dimmed" data-testid="learning">
      {data ? `${learningWords(data.learning, locale)} ` : null}
      <Anchor component={Link} href={`/products/${productId}/model`} size="sm" underline="always">
        How accurate it is
      </Anchor>
    </Text>
  );
}
