"use client";

import { Stack, Text } from "@mantine/core";
import type { Product } from "@/lib/contracts/products";
import { PlanView } from "./plan-view";

/** What to do next, held against what was agreed. */
export function PlanPage({ product }: { product: Product }) {
  return (
    <Stack gap="md">
      <PlanView productId={product.id} isShared={false} />
      <Text size="sm" c="dimmed" maw="70ch">
        What is chosen is kept for the product, and the meeting begins with it. The order: up to 40
        points for what the balance lacks of the agreement, up to 40 for the tracker’s priority, up
        to 20 for age.
      </Text>
    </Stack>
  );
}
