"use client";

import { Anchor, Text } from "@mantine/core";
import { Link } from "@/components/ui/link";
import type { Balance } from "@/lib/contracts/balance";
import { driftSentence } from "./target-words";

type AgreedSentenceProps = { productId: string; balance: Balance; locale: string };

/** What was agreed and where the balance lies against it; or why the view shows no band. */
export function AgreedSentence({ productId, balance, locale }: AgreedSentenceProps) {
  const sentence = driftSentence(balance, locale) ?? balance.targetsMissing;
  if (sentence === null) return null;
  return (
    <Text fw={balance.drift ? 600 : 400} size={balance.drift ? "lg" : "sm"} mt={2}>
      {sentence}{" "}
      <Anchor
        component={Link}
        size="sm"
        fw={400}
        underline="always"
        href={`/products/${productId}/agreement`}
      >
        The agreement
      </Anchor>
    </Text>
  );
}
