"use client";

import { Table } from "@mantine/core";
import { formatAmount, formatMonth } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useLocale } from "@/components/ui/use-locale";
import type { PreviewMove } from "@/lib/contracts/rules";
import classes from "./rules.module.css";
import { Way } from "./way";

/** Items and points per month in which they were done, from category to category; latest first. */
export function MovesTable({ moves }: { moves: PreviewMove[] }) {
  const locale = useLocale();
  if (moves.length === 0) return null;
  return (
    <ScrollRegion label="Moves by month">
      <Table verticalSpacing={4} fz={13} my="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Done in</Table.Th>
            <Table.Th scope="col">From → to</Table.Th>
            <Table.Th scope="col" className={classes.amount}>
              Items
            </Table.Th>
            <Table.Th scope="col" className={classes.amount}>
              Points
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {latestFirst(moves).map((move) => (
            <Table.Tr key={`${move.month} ${move.from} ${move.to}`}>
              <Table.Td>
                {move.month ? formatMonth(`${move.month}-01`, locale) : "Still open"}
              </Table.Td>
              <Table.Td>
                <Way from={move.from} to={move.to} />
              </Table.Td>
              <Table.Td className={classes.amount}>{formatAmount(move.items, locale)}</Table.Td>
              <Table.Td className={classes.amount} title={unestimatedWords(move, locale)}>
                {move.unestimated === move.items ? "–" : formatAmount(move.points, locale)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

/** Open items stand above all months. */
function latestFirst(moves: PreviewMove[]): PreviewMove[] {
  const order = ({ month }: PreviewMove) => month ?? "9999-99";
  return moves.toSorted((a, b) => order(b).localeCompare(order(a)));
}

function unestimatedWords({ unestimated }: PreviewMove, locale: string): string | undefined {
  if (unestimated === 0) return undefined;
  return `${formatAmount(unestimated, locale)} without an estimate`;
}
