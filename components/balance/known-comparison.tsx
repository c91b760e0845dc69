"use client";

import { Table, Title } from "@mantine/core";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Balance } from "@/lib/contracts/balance";
import { type CategoryOrNone, chartedCategories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./balance-table.module.css";
import { amountsOf, changeWords } from "./known-words";
import { OpenNumber } from "./open-number";
import { shareWords } from "./share-words";

const rows = [...chartedCategories, "excluded"] as const satisfies readonly CategoryOrNone[];

type KnownComparisonProps = {
  past: Balance;
  present: Balance;
  /** The day or instant of the past, in words. */
  known: string;
  locale: string;
  onOpen: (of: "past" | "present", category: CategoryOrNone) => void;
};

/** The same days as they were known then and as they are known now; every number opens its items. */
export function KnownComparison({ past, present, known, locale, onOpen }: KnownComparisonProps) {
  const [before, after] = [amountsOf(past), amountsOf(present)];
  const noun = past.unit === "items" ? "Items" : "Points";
  return (
    <section>
      <Title order={2} size="h4" mb={4}>
        The same days, then and now
      </Title>
      <ScrollRegion label="The same days, then and now">
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
              <Table.Th scope="col">
                {noun}, {known}
              </Table.Th>
              <Table.Th scope="col">Share</Table.Th>
              <Table.Th scope="col">{noun}, now</Table.Th>
              <Table.Th scope="col">Share</Table.Th>
              <Table.Th scope="col">Change</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((category) => (
              <Table.Tr key={category}>
                <Table.Th scope="row">
                  <CategorySwatch category={category} /> {categoryWords[category].name}
                </Table.Th>
                <Table.Td>
                  <OpenNumber
                    amount={formatAmount(before[category], locale)}
                    what={`${categoryWords[category].name}, known on ${known}`}
                    onClick={() => onOpen("past", category)}
                  />
                </Table.Td>
                <Table.Td>{shareOf(past, category, locale)}</Table.Td>
                <Table.Td>
                  <OpenNumber
                    amount={formatAmount(after[category], locale)}
                    what={`${categoryWords[category].name}, known now`}
                    onClick={() => onOpen("present", category)}
                  />
                </Table.Td>
                <Table.Td>{shareOf(present, category, locale)}</Table.Td>
                <Table.Td>{changeWords(after[category] - before[category], locale)}</Table.Td>
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
