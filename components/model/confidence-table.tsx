"use client";

import { Table } from "@mantine/core";
import { formatShare } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useLocale } from "@/components/ui/use-locale";
import type { Model } from "@/lib/contracts/model";
import { CountButton } from "./count-button";
import { type JudgedSelection, selectionOf } from "./judged-parameters";
import classes from "./model.module.css";
import { bandWords, intervalWords } from "./model-words";

type ConfidenceTableProps = { model: Model; onOpen: (selection: JudgedSelection) => void };

/** How sure the model was, beside how often it was right: the two should be near each other. */
export function ConfidenceTable({ model, onOpen }: ConfidenceTableProps) {
  const locale = useLocale();
  const bands = model.bands.filter(({ rate }) => rate.n > 0);
  return (
    <ScrollRegion label="How sure it was, and how often right">
      <Table verticalSpacing={4} fz={13} captionSide="top">
        <Table.Caption ta="left">
          How sure the model was, and how often it was right: the two should be near each other.
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">It was sure</Table.Th>
            {["Items", "Sure on average", "Right", "Between"].map((name) => (
              <Table.Th key={name} scope="col" className={classes.amount}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bands.map(({ from, to, rate, meanConfidence }) => (
            <Table.Tr key={from}>
              <Table.Th scope="row" className={classes.band}>
                {bandWords({ from, to }, locale)}
              </Table.Th>
              <Table.Td className={classes.amount}>
                <CountButton count={rate.n} selection={selectionOf({ from, to })} onOpen={onOpen} />
              </Table.Td>
              <Table.Td className={classes.amount}>{formatShare(meanConfidence, locale)}</Table.Td>
              <Table.Td className={classes.amount}>{formatShare(rate.accuracy, locale)}</Table.Td>
              <Table.Td className={classes.amount}>
                {intervalWords(rate, locale) || "too few to say"}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
