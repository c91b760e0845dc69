"use client";

import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { scopeOf, selectionOf } from "@/components/balance/selection";
import type { BalanceView } from "@/components/balance/view-parameters";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { FileLink } from "@/components/ui/file-link";
import { formatCount } from "@/components/ui/format";
import { ReadFailure } from "@/components/ui/read-failure";
import { SeenSkeleton } from "@/components/ui/seen-section";
import type { Balance } from "@/lib/contracts/balance";
import { categoryWords, unitWords } from "@/lib/domain/glossary";
import { type CategoryKinds, type KindLine, kindsOfCategories, kindsSentence } from "./kind-lines";
import { KindList } from "./kind-list";
import classes from "./kinds.module.css";
import { kindsFileAddress, kindsOptions } from "./kinds-query";

export type KindsReportProps = {
  productId: string;
  balance: Balance;
  view: BalanceView;
  locale: string;
  onOpen: (selection: ItemsSelection) => void;
};

/** Of which kinds each category's work was: a sentence, then a list each. */
export function KindsReport({ productId, balance, view, locale, onOpen }: KindsReportProps) {
  const answer = useQuery(kindsOptions(productId, balance, view));
  if (answer.isError && !answer.data) {
    return (
      <ReadFailure
        title="The kinds could not be read"
        error={answer.error}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  if (!answer.data) return <SeenSkeleton height={180} />;
  const shown = kindsOfCategories(answer.data.totals);
  const most = Math.max(...shown.flatMap(({ lines }) => lines.map(({ amount }) => amount)));
  const open = ({ category }: CategoryKinds, { kind, name, amount }: KindLine) => {
    const { name: whole } = categoryWords[category];
    const noun = unitWords[balance.unit].noun;
    const clicked = { bucket: null, category };
    const selection = selectionOf(balance, clicked, scopeOf(view), {
      locale,
      name: `${whole}, ${name}`,
    });
    onOpen({
      title: selection.title,
      clicked: `${formatCount(amount, noun, locale)} of ${whole}`,
      query: { ...selection.query, groupBy: "kind", ...(kind !== null && { group: [kind] }) },
    });
  };
  return (
    <div aria-busy={answer.isPlaceholderData}>
      <Group justify="space-between" gap="xs" mb={8}>
        <Text className={classes.sentence} size="sm" aria-live="polite">
          {kindsSentence(shown, balance.unit, locale)}
        </Text>
        <FileLink href={kindsFileAddress(productId, balance, view)}>Kinds as CSV</FileLink>
      </Group>
      <div className={classes.lists}>
        {shown.map((one) => (
          <KindList
            key={one.category}
            of={one}
            most={most}
            locale={locale}
            onOpen={(line) => open(one, line)}
          />
        ))}
      </div>
    </div>
  );
}
