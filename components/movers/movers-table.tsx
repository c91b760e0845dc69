"use client";

import { Table } from "@mantine/core";
import table from "@/components/balance/balance-table.module.css";
import { daysWords } from "@/components/balance/comparison-words";
import { OpenNumber } from "@/components/balance/open-number";
import { signedPoints, tenthsOf } from "@/components/balance/points-words";
import { groupingNames } from "@/components/items/group-words";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Movers } from "@/lib/contracts/movers";
import { classifiedOf } from "@/lib/domain/balance";
import { MoverBar } from "./mover-bar";
import type { MoverLine } from "./mover-lines";
import classes from "./movers.module.css";
import { featuresWords } from "./movers-words";

type MoversTableProps = {
  answer: Movers;
  lines: MoverLine[];
  note: string;
  locale: string;
  onOpen: (line: MoverLine, which: "before" | "after") => void;
};

/** One line a group: its bar, its points, and its items before and after. */
export function MoversTable({ answer, lines, note, locale, onOpen }: MoversTableProps) {
  const { by, before, after, change, measure } = answer;
  const most = Math.max(...lines.map(({ contribution }) => Math.abs(contribution)));
  const periods = [
    { which: "before", days: daysWords(before, measure, locale) },
    { which: "after", days: daysWords(after, measure, locale) },
  ] as const;
  return (
    <ScrollRegion label="What moved it, group by group">
      <Table className={table.table} horizontalSpacing={8} verticalSpacing={4} highlightOnHover>
        <Table.Caption>{note}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{groupingNames[by]}</Table.Th>
            <Table.Td className={classes.bar} />
            <Table.Th scope="col">Points</Table.Th>
            {periods.map(({ which, days }) => (
              <Table.Th scope="col" key={which}>
                {days}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.key}>
              <Table.Th scope="row" className={classes.name}>
                <bdi>{line.name}</bdi>
              </Table.Th>
              <Table.Td className={classes.bar}>
                <MoverBar part={most > 0 ? line.contribution / most : 0} />
              </Table.Td>
              <Table.Td>{signedPoints(line.tenths, locale)}</Table.Td>
              {periods.map(({ which, days }) => (
                <Table.Td key={which}>
                  {classifiedOf(line[which]) === 0 ? (
                    "–"
                  ) : (
                    <OpenNumber
                      amount={featuresWords(line[which], locale)}
                      what={`new features, ${line.name}, ${days}`}
                      onClick={() => onOpen(line, which)}
                    />
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">Change</Table.Th>
            <Table.Td className={classes.bar} />
            <Table.Td>{change === null ? "–" : signedPoints(tenthsOf(change), locale)}</Table.Td>
            <Table.Td>{featuresWords(before.counts, locale)}</Table.Td>
            <Table.Td>{featuresWords(after.counts, locale)}</Table.Td>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </ScrollRegion>
  );
}
