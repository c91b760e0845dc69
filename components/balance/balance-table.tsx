"use client";

import { Table } from "@mantine/core";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount, formatShare } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Balance, BalanceBucket } from "@/lib/contracts/balance";
import { contestedOf } from "@/lib/contracts/balance-figures";
import { drawnOf } from "@/lib/domain/balance";
import { type CategoryOrNone, chartedCategories } from "@/lib/domain/category";
import { categoryWords, unitWords } from "@/lib/domain/glossary";
import { agreedWords } from "./agreed-words";
import classes from "./balance-table.module.css";
import { bucketName } from "./bucket-words";
import { OpenNumber } from "./open-number";
import { bandWords } from "./share-words";

/** The chart's columns, then what is counted beside it. */
const columns = [...chartedCategories, "excluded"] as const satisfies readonly CategoryOrNone[];

type BalanceTableProps = {
  balance: Balance;
  locale: string;
  onOpen: (bucket: BalanceBucket | null, category: CategoryOrNone | null) => void;
  onOpenContested: (bucket: BalanceBucket | null) => void;
};

/** The chart's numbers as a table, latest first; every number opens its items. */
export function BalanceTable({ balance, locale, onOpen, onOpenContested }: BalanceTableProps) {
  const nouns = `${unitWords[balance.unit].noun}s`;
  const isContested = [...balance.buckets, balance.totals].some(({ contested }) => contested.band);
  const isAgreed = balance.targets.length > 0;
  return (
    <ScrollRegion label={`The balance by ${balance.bucket} as a table`}>
      <Table
        className={classes.table}
        horizontalSpacing={8}
        verticalSpacing={4}
        withRowBorders
        highlightOnHover
      >
        <Table.Caption>
          In {nouns}. Shares are parts of the four categories together; excluded and unclassified{" "}
          {nouns} are in no share.
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{balance.bucket}</Table.Th>
            {columns.map((category) => (
              <Table.Th scope="col" key={category}>
                <CategorySwatch category={category} /> {categoryWords[category].name}
              </Table.Th>
            ))}
            <Table.Th scope="col">Together</Table.Th>
            <Table.Th scope="col">Feature share</Table.Th>
            {isAgreed ? <Table.Th scope="col">Agreed, %</Table.Th> : null}
            <Table.Th scope="col">Coverage</Table.Th>
            {isContested ? <Table.Th scope="col">Contested</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {balance.buckets.toReversed().map((bucket) => (
            <NumbersRow
              key={bucket.start}
              name={bucketName(bucket, balance.bucket, locale)}
              note={bucket.complete ? "" : "not whole"}
              figures={bucket}
              agreed={isAgreed ? (agreedWords(bucket, balance, locale) ?? "–") : null}
              locale={locale}
              onOpen={(category) => onOpen(bucket, category)}
              onOpenContested={isContested ? () => onOpenContested(bucket) : null}
            />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <NumbersRow
            name={balance.measure === "open" ? "At the end" : "Whole period"}
            note=""
            figures={balance.totals}
            agreed={isAgreed ? "" : null}
            locale={locale}
            onOpen={(category) => onOpen(null, category)}
            onOpenContested={isContested ? () => onOpenContested(null) : null}
          />
        </Table.Tfoot>
      </Table>
    </ScrollRegion>
  );
}

type NumbersRowProps = {
  name: string;
  note: string;
  figures: Pick<BalanceBucket, "counts" | "excluded" | "shares" | "coverage" | "contested">;
  /** What was agreed for it; null where the table has no such column. */
  agreed: string | null;
  locale: string;
  onOpen: (category: CategoryOrNone | null) => void;
  /** Null where the table has no such column. */
  onOpenContested: (() => void) | null;
};

function NumbersRow(props: NumbersRowProps) {
  const { name, note, figures, agreed, locale, onOpen, onOpenContested } = props;
  const band = figures.contested.band?.feature;
  const amounts = { ...figures.counts, excluded: figures.excluded };
  const cells = [
    ...columns.map((category) => ({ category, amount: amounts[category] })),
    { category: null, amount: drawnOf(figures.counts) },
  ];
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {name}
        {note ? <span className={classes.note}> {note}</span> : null}
      </Table.Th>
      {cells.map(({ category, amount }) => (
        <Table.Td key={category ?? "together"}>
          <OpenNumber
            amount={formatAmount(amount, locale)}
            what={`${category ? categoryWords[category].name : "together"}, ${name}`}
            onClick={() => onOpen(category)}
          />
        </Table.Td>
      ))}
      <Table.Td>
        {band ? bandWords(band, locale) : formatShare(figures.shares.feature, locale)}
      </Table.Td>
      {agreed === null ? null : <Table.Td>{agreed}</Table.Td>}
      <Table.Td>{formatShare(figures.coverage, locale)}</Table.Td>
      {onOpenContested ? (
        <Table.Td>
          <OpenNumber
            amount={formatAmount(contestedOf(figures), locale)}
            what={`contested, ${name}`}
            onClick={onOpenContested}
          />
        </Table.Td>
      ) : null}
    </Table.Tr>
  );
}
