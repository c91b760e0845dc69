"use client";

import { Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { contestedQuery } from "@/components/disputes/contested-query";
import { ContestedRow } from "@/components/disputes/contested-row";
import disputes from "@/components/disputes/disputes.module.css";
import { ItemDrawer } from "@/components/items/item-drawer";
import { ItemsList } from "@/components/items/items-list";
import { itemsOptions } from "@/components/items/items-query";
import { LoadMore } from "@/components/ui/load-more";
import type { Meeting } from "@/lib/contracts/meetings";
import classes from "./meetings.module.css";
import { SettledList } from "./settled-list";

/** What is contested or unclassified, settled right there; the numbers of the meeting stay. */
export function SettleScreen({ meeting }: { meeting: Meeting }) {
  const { product, opening, happened } = meeting;
  const { from, to, measure } = opening.balance;
  const [itemId, setItemId] = useState<string | null>(null);
  const contested = useInfiniteQuery(itemsOptions(product.id, contestedQuery));
  const items = contested.data?.pages.flatMap((page) => page.items) ?? [];
  const days = {
    done: { doneFrom: from, doneTo: to },
    opened: { openedFrom: from, openedTo: to },
    open: { openOn: to },
  }[measure];
  return (
    <>
      <Title order={1} className={classes.headline}>
        To settle: contested and unclassified
      </Title>
      <Text>
        Whatever is settled here counts from now on. The numbers of this meeting stay as they were
        known at its start.
      </Text>
      <section aria-labelledby="contested-items">
        <Title order={2} size="h4" id="contested-items">
          Contested
        </Title>
        {items.length === 0 && contested.isSuccess ? <Text>Nothing is contested.</Text> : null}
        <ol className={disputes.list} aria-label="Contested items">
          {items.map((item) => (
            <ContestedRow
              key={item.id}
              item={item}
              timeZone={product.timeZone}
              onDetail={() => setItemId(item.id)}
            />
          ))}
        </ol>
        <LoadMore list={contested} />
      </section>
      <section aria-labelledby="unclassified-items">
        <Title order={2} size="h4" id="unclassified-items">
          Unclassified in these weeks
        </Title>
        <ItemsList
          productId={product.id}
          timeZone={product.timeZone}
          query={{ category: ["unclassified"], ...days }}
          onDetail={(item) => setItemId(item.id)}
          empty="Everything has a category."
        />
      </section>
      <section aria-labelledby="settled-items">
        <Title order={2} size="h4" id="settled-items">
          Settled in this meeting
        </Title>
        <SettledList settled={happened.settled} />
      </section>
      <ItemDrawer
        productId={product.id}
        timeZone={product.timeZone}
        itemId={itemId}
        onClose={() => setItemId(null)}
      />
    </>
  );
}
