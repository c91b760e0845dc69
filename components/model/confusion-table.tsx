"use client";

import { Table } from "@mantine/core";
import { formatShare } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useLocale } from "@/components/ui/use-locale";
import type { Model } from "@/lib/contracts/model";
import { balanceCategories } from "@/lib/domain/category";
import { CategoryName } from "./category-name";
import { CountButton } from "./count-button";
import { type JudgedSelection, selectionOf } from "./judged-parameters";
import classes from "./model.module.css";

type ConfusionTableProps = { model: Model; onOpen: (selection: JudgedSelection) => void };

/** What the model said, by what people decided: right ones stand on the diagonal. */
export function ConfusionTable({ model, onOpen }: ConfusionTableProps) {
  const locale = useLocale();
  const { confusion, categories } = model;
  return (
    <ScrollRegion label="What the model said by what people decided">
      <Table verticalSpacing={4} fz={13} captionSide="top">
        <Table.Caption ta="left">
          What the model said (rows) by what people decided (columns), in items.
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">The model said</Table.Th>
            {balanceCategories.map((category) => (
              <Table.Th key={category} scope="col" className={classes.amount}>
                <CategoryName category={category} />
              </Table.Th>
            ))}
            <Table.Th scope="col" className={classes.amount}>
              Right of these
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {categories.map(({ category: said, said: rate }) => (
            <Table.Tr key={said}>
              <Table.Th scope="row">
                <CategoryName category={said} />
              </Table.Th>
              {confusion
                .filter((cell) => cell.said === said)
                .map(({ corrected, n }) => (
                  <Table.Td key={corrected} className={classes.amount}>
                    <CountButton
                      count={n}
                      selection={selectionOf({ said, corrected })}
                      onOpen={onOpen}
                      strong={said === corrected}
                    />
                  </Table.Td>
                ))}
              <Table.Td className={classes.amount}>{formatShare(rate.accuracy, locale)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row">Found of these</Table.Th>
            {categories.map(({ category, corrected }) => (
              <Table.Td key={category} className={classes.amount}>
                {formatShare(corrected.accuracy, locale)}
              </Table.Td>
            ))}
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </ScrollRegion>
  );
}
