"use client";

import { Anchor, Text } from "@mantine/core";
import { formatAmount, formatCount } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Balance } from "@/lib/contracts/balance";
import { drawnOf } from "@/lib/domain/balance";
import type { CategoryOrNone } from "@/lib/domain/category";
import { unitWords } from "@/lib/domain/glossary";

type FootLineProps = {
  productId: string;
  balance: Balance;
  locale: string;
  onOpen: (category: CategoryOrNone | null, title: string) => void;
  onOpenUnestimated: () => void;
};

/** What the figures above count and what they leave out, each with its items. */
export function FootLine(props: FootLineProps) {
  const { productId, balance, locale, onOpen, onOpenUnestimated } = props;
  const { counts, excluded, unestimated } = balance.totals;
  const words = unitWords[balance.unit];
  const noun = words.noun;
  return (
    <Text size="sm" c="dimmed">
      Counted:{" "}
      <OpenLink onClick={() => onOpen(null, "Counted")}>
        {formatCount(drawnOf(counts), noun, locale)}
      </OpenLink>
      . Excluded (questions, duplicates, not planned):{" "}
      <OpenLink onClick={() => onOpen("excluded", "Excluded")}>
        {formatAmount(excluded, locale)}
      </OpenLink>
      . Unclassified:{" "}
      <OpenLink onClick={() => onOpen("unclassified", "Unclassified")}>
        {formatAmount(counts.unclassified, locale)}
      </OpenLink>
      .
      {balance.unit === "items" ? null : (
        <>
          {" "}
          Among them {words.lacking}, adding no {noun}s:{" "}
          <OpenLink onClick={onOpenUnestimated}>
            {formatCount(unestimated, "item", locale)}
          </OpenLink>
          .
        </>
      )}{" "}
      {balance.unit === "effort_days" ? <>Effort: {words.meaning} </> : null}
      Days are those of {balance.timeZone}.{" "}
      <Anchor component={Link} href={`/products/${productId}/contested`} inherit underline="always">
        Contested items for the next meeting
      </Anchor>
      {" · "}
      <Anchor component={Link} href={`/products/${productId}/audit`} inherit underline="always">
        Changed after closing
      </Anchor>
    </Text>
  );
}

function OpenLink({ onClick, children }: { onClick: () => void; children: React.ReactNode }) {
  return (
    <Anchor component="button" type="button" inherit underline="always" onClick={onClick}>
      {children}
    </Anchor>
  );
}
