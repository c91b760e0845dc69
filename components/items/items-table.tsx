"use client";

import { Table, UnstyledButton } from "@mantine/core";
import { ContestedMark } from "@/components/disputes/contested-mark";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatInstantDay } from "@/components/ui/format";
import { RowPage } from "@/components/ui/row-page";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { TrackerLink } from "@/components/ui/tracker-link";
import type { Item } from "@/lib/contracts/items";
import { categoryWords } from "@/lib/domain/glossary";
import { becauseWords } from "./because-words";
import { CategoryCell } from "./category-cell";
import { stateNames } from "./filter-words";
import rows from "./item-rows.module.css";
import classes from "./items-table.module.css";
import { SuggestionNote } from "./suggestion-note";

type RowProps = {
  timeZone: string;
  locale: string;
  /** True where they are as they were known in the past: then nothing can be decided here. */
  isPast: boolean;
  onDetail: (item: Item) => void;
};

type ItemsTableProps = RowProps & {
  /** As they were read, page by page. */
  pages: Item[][];
};

/** Items with their category, why they have it, and the way to the tracker. */
export function ItemsTable({ pages, ...row }: ItemsTableProps) {
  return (
    <ScrollRegion label="Items">
      <Table className={`${rows.table} ${classes.table}`} verticalSpacing={6} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Item</Table.Th>
            <Table.Th scope="col">Category</Table.Th>
            <Table.Th scope="col">Because</Table.Th>
            <Table.Th scope="col">State</Table.Th>
            <Table.Th scope="col">Opened</Table.Th>
            <Table.Th scope="col">Closed</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {pages.map((page) => (
          <RowPage key={page[0]?.id} columns={6}>
            {page.map((item) => (
              <ItemRow key={item.id} item={item} {...row} />
            ))}
          </RowPage>
        ))}
      </Table>
    </ScrollRegion>
  );
}

function ItemRow({ item, timeZone, locale, isPast, onDetail }: RowProps & { item: Item }) {
  const dayOf = (at: string) => formatInstantDay(at, locale, timeZone);
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton className={rows.title} onClick={() => onDetail(item)}>
          <bdi>{item.title}</bdi>
        </UnstyledButton>
        <div className={rows.under}>
          <ContestedMark dispute={item.dispute} />
          <TrackerLink url={item.url}>{item.key}</TrackerLink>
          {item.labels.map((label) => (
            <bdi key={label} className={classes.label}>
              {label}
            </bdi>
          ))}
        </div>
      </Table.Td>
      <Table.Td>{isPast ? <PastCategory item={item} /> : <CategoryCell item={item} />}</Table.Td>
      <Table.Td className={classes.because}>
        <bdi>{becauseWords(item, dayOf)}</bdi>
        {isPast ? null : <SuggestionNote item={item} />}
      </Table.Td>
      <Table.Td>{item.removedAt ? "Removed" : stateNames[item.state]}</Table.Td>
      <Table.Td className={classes.day}>{dayOf(item.createdAt)}</Table.Td>
      <Table.Td className={classes.day}>{item.closedAt ? dayOf(item.closedAt) : "–"}</Table.Td>
    </Table.Tr>
  );
}

function PastCategory({ item }: { item: Item }) {
  const category = item.category ?? "unclassified";
  return (
    <span className={classes.past}>
      <CategorySwatch category={category} /> {categoryWords[category].name}
    </span>
  );
}
