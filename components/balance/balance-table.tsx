"use client";

import { Table, UnstyledButton } from "@mantine/core";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount, formatShare } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Balance, BalanceBucket } from "@/lib/contracts/balance";
import { type CategoryOrNone, chartedCategories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./balance-table.module.css";
import { bucketName } from "./bucket-words";
import { drawnOf } from "./share-words";

/** The chart's columns, then what is counted beside it. */
const columns = [...chartedCategories, "excluded"] as const satisfies readonly CategoryOrNone[];

type BalanceTableProps = {
  balance: Balance;
  locale: string;
  onOpen: (bucket: BalanceBucket | null, category: CategoryOrNone | null) => void;
};

/** The chart's numbers as a table, latest first; every number opens its items. */
export function BalanceTable({ balance, locale, onOpen }: BalanceTableProps) {
  const noun = balance.unit;
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
          In {noun}. Shares are parts of the four categories together; excluded and unclassified{" "}
          {noun} are in no share.
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
            <Table.Th scope="col">Coverage</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {balance.buckets.toReversed().map((bucket) => (
            <NumbersRow
              key={bucket.start}
              name={bucketName(bucket, balance.bucket, locale)}
              note={bucket.complete ? "" : "not whole"}
              figures={bucket}
              locale={locale}
              onOpen={(category) => onOpen(bucket, category)}
            />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <NumbersRow
            name={balance.measure === "open" ? "At the end" : "Whole period"}
            note=""
            figures={balance.totals}
            locale={locale}
            onOpen={(category) => onOpen(null, category)}
          />
        </Table.Tfoot>
      </Table>
    </ScrollRegion>
  );
}

type NumbersRowProps = {
  name: string;
  note: string;
  figures: Pick<BalanceBucket, "counts" | "excluded" | "shares" | "coverage">;
  locale: string;
  onOpen: (category: CategoryOrNone | null) => void;
};

function NumbersRow({ name, note, figures, locale, onOpen }: NumbersRowProps) {
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
          {amount === 0 ? (
            "0"
          ) : (
            <UnstyledButton
              className={classes.number}
              onClick={() => onOpen(category)}
              aria-label={`${formatAmount(amount, locale)} ${category ? categoryWords[category].name : "together"}, ${name}: open the items`}
            >
              {formatAmount(amount, locale)}
            </UnstyledButton>
          )}
        </Table.Td>
      ))}
      <Table.Td>{formatShare(figures.shares.feature, locale)}</Table.Td>
      <Table.Td>{formatShare(figures.coverage, locale)}</Table.Td>
    </Table.Tr>
  );
}
