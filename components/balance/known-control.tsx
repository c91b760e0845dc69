"use client";

import { Anchor, Text, TextInput } from "@mantine/core";
import { KnownBanner } from "@/components/items/known-banner";
import { Link } from "@/components/ui/link";
import { useLocale } from "@/components/ui/use-locale";
import type { Balance } from "@/lib/contracts/balance";
import type { Product } from "@/lib/contracts/products";
import { todayIn } from "./calendar";
import { dayOfKnown } from "./known-day";
import { knownSentence } from "./known-words";

type KnownControlProps = {
  product: Product;
  asKnownAt: string;
  today: string;
  past: Balance | undefined;
  /** What is known now of the same days; undefined while it is read. */
  present: Balance | undefined;
  onKnown: (asKnownAt: string | null) => void;
};

/** The banner of a view of the past: how it compares with now, and the choice of another day. */
export function KnownControl(props: KnownControlProps) {
  const { product, asKnownAt, today, past, present, onKnown } = props;
  const locale = useLocale();
  const first = todayIn(product.timeZone, Date.parse(product.createdAt));
  const day = dayOfKnown(asKnownAt, product.timeZone);
  return (
    <KnownBanner product={product} asKnownAt={asKnownAt} onBack={() => onKnown(null)}>
      <Text size="sm" maw={360} role="status">
        {past && present ? knownSentence(past, present, locale) : null}{" "}
        <Anchor
          component={Link}
          inherit
          underline="always"
          href={`/products/${product.id}/audit?period=custom&from=${day}`}
        >
          What was changed after closing
        </Anchor>
      </Text>
      <TextInput
        type="date"
        size="xs"
        label="As known on"
        min={first}
        max={today}
        defaultValue={day}
        onChange={({ currentTarget: { value } }) => {
          if (value >= first && value <= today) onKnown(value);
        }}
      />
    </KnownBanner>
  );
}
