"use client";

import { Table } from "@mantine/core";
import { productNames } from "@/components/accounts/role-words";
import { formatInstant } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useLocale } from "@/components/ui/use-locale";
import type { Member } from "@/lib/contracts/accounts";
import type { Deed } from "@/lib/contracts/deeds";
import type { Product } from "@/lib/contracts/products";
import { deedNames, detailWords, isOfPerson } from "./deed-words";
import classes from "./log.module.css";

type LogTableProps = {
  deeds: readonly Deed[];
  products: readonly Product[];
  members: readonly Member[];
};

export function LogTable({ deeds, products, members }: LogTableProps) {
  const locale = useLocale();
  const nameOf = productNames(products);
  // Whoever was removed is no member any more: the deed itself has the name.
  const toWhom = (deed: Deed) => {
    const { subject, detail } = deed;
    return isOfPerson(deed)
      ? (members.find(({ personId }) => personId === subject)?.name ?? detail.name ?? subject)
      : "";
  };
  return (
    <ScrollRegion label="The log">
      <Table verticalSpacing={6} horizontalSpacing={10}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">When (UTC)</Table.Th>
            <Table.Th scope="col">Who</Table.Th>
            <Table.Th scope="col">What</Table.Th>
            <Table.Th scope="col">Of whom</Table.Th>
            <Table.Th scope="col">Product</Table.Th>
            <Table.Th scope="col">Details</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {deeds.map((deed) => (
            <Table.Tr key={deed.id}>
              <Table.Td className={classes.when}>{formatInstant(deed.at, locale, "UTC")}</Table.Td>
              <Table.Td className={classes.name}>
                <bdi>{deed.actor}</bdi>
              </Table.Td>
              <Table.Td>{deedNames[deed.kind]}</Table.Td>
              <Table.Td>
                <bdi>{toWhom(deed)}</bdi>
              </Table.Td>
              <Table.Td className={classes.name}>
                {deed.productId === null ? "" : nameOf(deed.productId)}
              </Table.Td>
              <Table.Td className={classes.detail}>
                <bdi>{detailWords(deed, nameOf)}</bdi>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
