"use client";

import { Group, NativeSelect, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { scopeOf } from "@/components/balance/selection";
import type { BalanceView } from "@/components/balance/view-parameters";
import { groupingNames } from "@/components/items/group-words";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { FileLink } from "@/components/ui/file-link";
import { ReadFailure } from "@/components/ui/read-failure";
import type { Balance } from "@/lib/contracts/balance";
import { groupings } from "@/lib/domain/grouping";
import { moverLines } from "./mover-lines";
import { moverSelection } from "./mover-selection";
import classes from "./movers.module.css";
import { moversFileAddress, moversOptions, moversQueryOf } from "./movers-query";
import { MoversSkeleton } from "./movers-skeleton";
import { MoversTable } from "./movers-table";
import { moversNote, moversSentence } from "./movers-words";

export type MoversReportProps = {
  productId: string;
  balance: Balance;
  view: BalanceView;
  locale: string;
  onView: (change: Partial<BalanceView>) => void;
  onOpen: (selection: ItemsSelection) => void;
};

/** What changed the feature share since the period before: a sentence, then group by group. */
export function MoversReport(props: MoversReportProps) {
  const { productId, balance, view, locale } = props;
  const query = moversQueryOf(balance, view);
  const movers = useQuery(moversOptions(productId, query));
  const { data: answer, error } = movers;
  if (movers.isPending) return <MoversSkeleton />;
  if (!answer) {
    return (
      <ReadFailure
        title="What moved the balance could not be read"
        error={error}
        onRetry={() => void movers.refetch()}
      />
    );
  }
  const lines = moverLines(answer);
  return (
    <div aria-busy={movers.isPlaceholderData}>
      <Group justify="space-between" gap="xs" mb={8}>
        <Text className={classes.sentence} size="sm" aria-live="polite">
          {moversSentence(answer, lines, locale)}
        </Text>
        <Group gap="md">
          <FileLink href={moversFileAddress(productId, query)}>What moved it as CSV</FileLink>
          <NativeSelect
            className={classes.by}
            aria-label="Grouped by"
            size="xs"
            value={view.by}
            data={groupings.map((by) => ({
              value: by,
              label: `By ${groupingNames[by].toLowerCase()}`,
            }))}
            onChange={({ currentTarget: { value } }) => {
              const by = groupings.find((one) => one === value);
              if (by) props.onView({ by });
            }}
          />
        </Group>
      </Group>
      {lines.length > 0 ? (
        <MoversTable
          answer={answer}
          lines={lines}
          note={moversNote(answer, locale)}
          locale={locale}
          onOpen={(line, which) =>
            props.onOpen(moverSelection(answer, line, which, { scope: scopeOf(view), locale }))
          }
        />
      ) : null}
    </div>
  );
}
