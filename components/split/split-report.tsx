"use client";

import { Button, Group, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { NumberClicked } from "@/components/balance/items-behind";
import { scopeOf, selectionOf } from "@/components/balance/selection";
import type { BalanceView } from "@/components/balance/view-parameters";
import classes from "@/components/flow/flow.module.css";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { FileLink } from "@/components/ui/file-link";
import { ReadFailure } from "@/components/ui/read-failure";
import { SaveMultiplesButton } from "@/components/ui/save-multiples-button";
import updatingClasses from "@/components/ui/updating.module.css";
import type { Balance } from "@/lib/contracts/balance";
import type { SplitPart } from "@/lib/contracts/balance-split";
import { categoryWords } from "@/lib/domain/glossary";
import type { Split } from "@/lib/domain/split";
import { SplitBucketTable } from "./split-bucket-table";
import { partBalance, partScope, wholeBalance } from "./split-part";
import { SplitPictures } from "./split-pictures";
import { splitFileAddress, splitOptions, splitQueryOf } from "./split-query";
import { SplitTable } from "./split-table";
import { splitNames, splitNotes, splitSentence } from "./split-words";

export type SplitReportProps = {
  productId: string;
  /** Whose days, buckets, measure and unit the parts have. */
  balance: Balance;
  view: BalanceView;
  by: Split;
  locale: string;
  onView: (change: Partial<BalanceView>) => void;
  onOpen: (selection: ItemsSelection) => void;
};

/** The parts of the balance above: a sentence, a picture each, a line each. */
export function SplitReport(props: SplitReportProps) {
  const { productId, balance, view, locale, by, onView, onOpen } = props;
  const pictures = useRef<HTMLDivElement>(null);
  const [table, setTable] = useState(false);
  const query = useQuery(splitOptions(productId, splitQueryOf(balance, view, by)));
  const { data: split, error } = query;
  if (error && !split) {
    return (
      <ReadFailure
        title="The parts of the balance could not be read"
        error={error}
        onRetry={() => void query.refetch()}
      />
    );
  }
  if (!split) return <Skeleton height={300} />;
  const scope = scopeOf(view);
  const open = (part: SplitPart | null, clicked: NumberClicked) => {
    const { category } = clicked;
    const what = category ? categoryWords[category].name : "All categories";
    if (!part) return onOpen(selectionOf(wholeBalance(split), clicked, scope, { locale }));
    const own = partBalance(split, part);
    const name = `${part.name}: ${what}`;
    onOpen(selectionOf(own, clicked, partScope(split, part.id, scope), { locale, name }));
  };
  return (
    <div
      className={`${classes.part} ${query.isPlaceholderData ? updatingClasses.updating : ""}`}
      aria-busy={query.isPlaceholderData}
    >
      <Text className={classes.sentence} aria-live="polite">
        {splitSentence(split, locale)}
      </Text>
      {split.parts.length === 0 ? null : (
        <>
          <Text size="sm" c="dimmed">
            {splitNotes(split, locale).join(" ")}
          </Text>
          <Group gap="md" justify="flex-end" className={classes.toggle}>
            <FileLink href={splitFileAddress(productId, splitQueryOf(balance, view, by))}>
              {splitNames[by].button} as CSV
            </FileLink>
            <SaveMultiplesButton
              place={pictures}
              what={splitNames[by].many}
              title={splitSentence(split, locale)}
              fileName={`by-${by}-${split.from}-${split.to}.png`}
            />
          </Group>
          <div ref={pictures}>
            <SplitPictures
              parts={split.parts}
              bucket={split.bucket}
              view={view.view}
              locale={locale}
              onOpen={open}
              chooseLabel={({ name }) => `Show the ${splitNames[split.by].one} ${name} alone`}
              onChoose={({ id }) => onView({ [split.by]: [id], split: null })}
            />
          </div>
          <SplitTable split={split} locale={locale} onOpen={open} />
          <Button
            className={classes.toggle}
            variant="transparent"
            size="compact-sm"
            px={0}
            style={{ alignSelf: "flex-start" }}
            aria-expanded={table}
            onClick={() => setTable(!table)}
          >
            {table ? `Hide the table by ${split.bucket}` : `Show the table by ${split.bucket}`}
          </Button>
          {table ? (
            <SplitBucketTable
              label={`The balance by ${split.by} and ${split.bucket} as a table`}
              parts={split.parts}
              bucket={split.bucket}
              unit={split.unit}
              locale={locale}
              onOpen={open}
            />
          ) : null}
        </>
      )}
    </div>
  );
}
