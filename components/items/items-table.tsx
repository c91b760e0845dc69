"use client";

import { Table, UnstyledButton } from "@mantine/core";
import { ContestedMark } from "@/components/disputes/contested-mark";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatInstantDay } from "@/components/ui/format";
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

type ItemsTableProps = {
  items: Item[];
  timeZone: string;
  locale: string;
  /** True where they are as they were known in the past: then nothing can be decided here. */
  isPast: boolean;
  onDetail: (item: Item) => void;
};

/** Items with their category, why they have it, and the way to the tracker. */
export function ItemsTable({ items, timeZone, locale, isPast, onDetail }: ItemsTableProps) {
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
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td className={classes.what}>
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
              <Table.Td>
                {isPast ? <PastCategory item={item} /> : <CategoryCell item={item} />}
              </Table.Td>
              <Table.Td className={classes.because}>
                <bdi>{becauseWords(item, (at) => formatInstantDay(at, locale, timeZone))}</bdi>
                {isPast ? null : <SuggestionNote item={item} />}
              </Table.Td>
              <Table.Td>{item.removedAt ? "Removed" : stateNames[item.state]}</Table.Td>
              <Table.Td className={classes.day}>
                {formatInstantDay(item.createdAt, locale, timeZone)}
              </Table.Td>
              <Table.Td className={classes.day}>
                {item.closedAt ? formatInstantDay(item.closedAt, locale, timeZone) : "–"}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
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
