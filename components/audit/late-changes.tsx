"use client";

import { Anchor, Table, UnstyledButton } from "@mantine/core";
import { monthStart } from "@/components/balance/calendar";
import { becauseWords } from "@/components/items/because-words";
import rows from "@/components/items/item-rows.module.css";
import { Way } from "@/components/rules/way";
import { formatInstant, formatInstantDay } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { TrackerLink } from "@/components/ui/tracker-link";
import type { LateChange } from "@/lib/contracts/audit";
import type { Product } from "@/lib/contracts/products";
import classes from "./audit.module.css";

type LateChangesProps = {
  product: Product;
  changes: LateChange[];
  locale: string;
  onDetail: (itemId: string) => void;
};

/** Every change: of which item, when, from what to what, because of what, by whom. */
export function LateChanges({ product, changes, locale, onDetail }: LateChangesProps) {
  const { timeZone } = product;
  return (
    <ScrollRegion label="Changes after closing">
      <Table className={rows.table} verticalSpacing={8} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Item</Table.Th>
            <Table.Th scope="col">From → to</Table.Th>
            <Table.Th scope="col">Closed</Table.Th>
            <Table.Th scope="col">Changed</Table.Th>
            <Table.Th scope="col">Because</Table.Th>
            <Table.Th scope="col">By</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map((change) => (
            <Table.Tr key={`${change.itemId} ${change.at} ${change.toCategory}`}>
              <Table.Td className={classes.what}>
                <UnstyledButton className={rows.title} onClick={() => onDetail(change.itemId)}>
                  <bdi>{change.title}</bdi>
                </UnstyledButton>
                <div className={rows.under}>
                  <TrackerLink url={change.url}>{change.key}</TrackerLink>
                  <Anchor
                    component={Link}
                    inherit
                    underline="always"
                    href={balanceBefore(product.id, change)}
                    aria-label={`The balance before ${change.key} changed`}
                  >
                    The balance before
                  </Anchor>
                </div>
              </Table.Td>
              <Table.Td className={classes.way}>
                <Way from={change.fromCategory} to={change.toCategory} />
              </Table.Td>
              <Table.Td className={classes.day}>
                {formatInstantDay(change.closedAt, locale, timeZone)}
              </Table.Td>
              <Table.Td className={classes.day}>
                {formatInstant(change.at, locale, timeZone)}
              </Table.Td>
              <Table.Td className={classes.because}>
                <bdi>{becauseWords({ ...change, resolution: null })}</bdi>
              </Table.Td>
              <Table.Td className={classes.day}>{change.actor ?? "a sync or an update"}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

/** The month the item was closed in, as it was known just before the change. */
function balanceBefore(productId: string, { at, closedAt }: LateChange): string {
  const known = new Date(Date.parse(at) - 1).toISOString();
  const days = `from=${monthStart(closedAt.slice(0, 10))}&to=${known.slice(0, 10)}`;
  return `/products/${productId}/balance?period=custom&${days}&asKnownAt=${known}`;
}
