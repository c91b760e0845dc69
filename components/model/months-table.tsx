"use client";

import { Table } from "@mantine/core";
import { formatMonth, formatShare } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useLocale } from "@/components/ui/use-locale";
import type { Model } from "@/lib/contracts/model";
import { CountButton } from "./count-button";
import { type JudgedSelection, selectionOf } from "./judged-parameters";
import classes from "./model.module.css";

type MonthsTableProps = { model: Model; onOpen: (selection: JudgedSelection) => void };

/** How often it was right by the month in which people decided, the latest first. */
export function MonthsTable({ model, onOpen }: MonthsTableProps) {
  const locale = useLocale();
  return (
    <ScrollRegion label="How often it was right, by month">
      <Table verticalSpacing={4} fz={13} captionSide="top">
        <Table.Caption ta="left">By the month in which people decided.</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Decided in</Table.Th>
            {["Items", "Right ones", "Right", "Shared model alone"].map((name) => (
              <Table.Th key={name} scope="col" className={classes.amount}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {model.months.toReversed().map(({ month, own, shared }) => (
            <Table.Tr key={month}>
              <Table.Th scope="row" className={classes.band}>
                {formatMonth(`${month}-01`, locale)}
              </Table.Th>
              <Table.Td className={classes.amount}>
                <CountButton count={own.n} selection={selectionOf({ month })} onOpen={onOpen} />
              </Table.Td>
              <Table.Td className={classes.amount}>
                <CountButton
                  count={own.right}
                  selection={selectionOf({ month, right: true })}
                  onOpen={onOpen}
                />
              </Table.Td>
              <Table.Td className={classes.amount}>{formatShare(own.accuracy, locale)}</Table.Td>
              <Table.Td className={classes.amount}>{formatShare(shared.accuracy, locale)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
