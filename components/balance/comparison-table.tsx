"use client";

import { Table, Text, Title } from "@mantine/core";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Balance } from "@/lib/contracts/balance";
import { type CategoryOrNone, chartedCategories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./balance-table.module.css";
import { amountsOf } from "./known-words";
import { OpenNumber } from "./open-number";
import { shareWords } from "./share-words";

const rows = [...chartedCategories, "excluded"] as const satisfies readonly CategoryOrNone[];

type Side = { balance: Balance; column: string; what: string };

type ComparisonTableProps = {
  title: string;
  /** What it comes to, in a sentence. */
  sentence?: string;
  /** The earlier answer, or the one as it was known; `column` heads its amounts. */
  then: Side;
  now: Side;
  /** What heads the last column, and its words for a category. */
  change: string;
  changeOf: (category: CategoryOrNone) => string;
  locale: string;
  onOpen: (of: "then" | "now", category: CategoryOrNone) => void;
};

/** Two answers side by side, category by category; every number opens its items. */
export function ComparisonTable(props: ComparisonTableProps) {
  const { title, sentence, then, now, change, changeOf, locale, onOpen } = props;
  const cells = (of: "then" | "now", { balance, what }: Side, category: (typeof rows)[number]) => (
    <>
      <Table.Td>
        <OpenNumber
          amount={formatAmount(amountsOf(balance)[category], locale)}
          what={`${categoryWords[category].name}, ${what}`}
          onClick={() => onOpen(of, category)}
        />
      </Table.Td>
      <Table.Td>{shareOf(balance, category, locale)}</Table.Td>
    </>
  );
  return (
    <section>
      <Title order={2} size="h4" mb={4}>
        {title}
      </Title>
      {sentence ? (
        <Text size="sm" mb={4}>
          {sentence}
        </Text>
      ) : null}
      <ScrollRegion label={title}>
        <Table
          className={classes.table}
          verticalSpacing={4}
          horizontalSpacing={8}
          w="auto"
          miw={520}
        >
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Category</Table.Th>
              <Table.Th scope="col">{then.column}</Table.Th>
              <Table.Th scope="col">Share</Table.Th>
              <Table.Th scope="col">{now.column}</Table.Th>
              <Table.Th scope="col">Share</Table.Th>
              <Table.Th scope="col">{change}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((category) => (
              <Table.Tr key={category}>
                <Table.Th scope="row">
                  <CategorySwatch category={category} /> {categoryWords[category].name}
                </Table.Th>
                {cells("then", then, category)}
                {cells("now", now, category)}
                <Table.Td>{changeOf(category)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
    </section>
  );
}

/** What is unclassified or excluded is in no share. */
function shareOf({ totals }: Balance, category: (typeof rows)[number], locale: string): string {
  if (category === "excluded" || category === "unclassified") return "";
  return shareWords(totals, category, locale);
}
