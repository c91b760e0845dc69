"use client";

import { Table, UnstyledButton } from "@mantine/core";
import { ContestedMark } from "@/components/disputes/contested-mark";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatInstantDay } from "@/components/ui/format";
import { RowPage } from "@/components/ui/row-page";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { seenTitle } from "@/components/ui/seen-title";
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
  const places = placesOf(pages);
  return (
    <ScrollRegion label="Items">
      <Table
        className={`${rows.table} ${classes.table}`}
        miw={900 + 130 * places.length}
        verticalSpacing={6}
        highlightOnHover
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Item</Table.Th>
            <Table.Th scope="col">Category</Table.Th>
            <Table.Th scope="col">Because</Table.Th>
            <Table.Th scope="col">State</Table.Th>
            <Table.Th scope="col" className={classes.day}>
              Opened
            </Table.Th>
            <Table.Th scope="col" className={classes.day}>
              Closed
            </Table.Th>
            {places.map((place) => (
              <Table.Th key={place} scope="col">
                {placeNames[place]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        {pages.map((page) => (
          <RowPage key={page[0]?.id} columns={6 + places.length}>
            {page.map((item) => (
              <ItemRow key={item.id} item={item} places={places} {...row} />
            ))}
          </RowPage>
        ))}
      </Table>
    </ScrollRegion>
  );
}

const placeNames = { components: "Component", sprint: "Sprint" } as const;
type Place = keyof typeof placeNames;

/** The columns that only some trackers fill: shown where one of the items has something in them. */
function placesOf(pages: Item[][]): Place[] {
  const has = (test: (item: Item) => boolean) => pages.some((page) => page.some(test));
  return [
    ...(has(({ components }) => components.length > 0) ? (["components"] as const) : []),
    ...(has(({ sprint }) => sprint !== null) ? (["sprint"] as const) : []),
  ];
}

type ItemRowProps = RowProps & { item: Item; places: Place[] };

function ItemRow({ item, places, timeZone, locale, isPast, onDetail }: ItemRowProps) {
  const dayOf = (at: string) => formatInstantDay(at, locale, timeZone);
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton className={rows.title} data-item={item.id} onClick={() => onDetail(item)}>
          <bdi>{seenTitle(item.title)}</bdi>
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
      {places.map((place) => (
        <Table.Td key={place} className={classes.place}>
          <bdi>{place === "sprint" ? item.sprint : item.components.join(", ")}</bdi>
        </Table.Td>
      ))}
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
