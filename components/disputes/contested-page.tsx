"use client";

import { Button, Stack, Text, Title } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { balanceOptions, recentDelivery } from "@/components/balance/balance-query";
import { ItemDrawer } from "@/components/items/item-drawer";
import { ItemsPages } from "@/components/items/items-pages";
import { itemsOptions } from "@/components/items/items-query";
import { ListSkeleton } from "@/components/items/list-skeleton";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/load-more";
import { PageTitle } from "@/components/ui/page-title";
import { ReadFailure } from "@/components/ui/read-failure";
import { useLocale } from "@/components/ui/use-locale";
import type { Item } from "@/lib/contracts/items";
import type { Product } from "@/lib/contracts/products";
import { contestedQuery } from "./contested-query";
import { ContestedRow } from "./contested-row";
import { contestedSentence } from "./contested-words";
import classes from "./disputes.module.css";

type ContestedPageProps = { product: Product; today: string };

/** What the next meeting has to settle: each contested item with its reason, settled by one click. */
export function ContestedPage({ product, today }: ContestedPageProps) {
  const { id: productId, timeZone } = product;
  const locale = useLocale();
  const list = useInfiniteQuery(itemsOptions(productId, contestedQuery));
  const recent = recentDelivery({ ...product, today });
  const { data: balance } = useQuery(balanceOptions(productId, recent));
  const [itemId, setItemId] = useState<string | null>(null);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const listed = list.data?.pages[0]?.total ?? 0;
  const open = listed - items.filter(({ contested }) => !contested).length;
  return (
    <Stack gap="md">
      <PageTitle
        title="Contested"
        about="For the next meeting: whose category somebody contests."
      />
      <ItemsPages productId={productId} />
      {list.isPending ? <ListSkeleton /> : null}
      {list.isError && !list.data ? (
        <ReadFailure
          title="The contested items could not be read"
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {list.data && listed === 0 ? <NothingContested productId={productId} /> : null}
      {listed > 0 ? (
        <>
          <Title order={2} size="h3" className={classes.sentence} aria-live="polite">
            {open === 0 ? "All of it is settled." : contestedSentence(open, balance, locale)}
          </Title>
          <ol className={classes.list} aria-label="Contested items">
            {items.map((item: Item) => (
              <ContestedRow
                key={item.id}
                item={item}
                timeZone={timeZone}
                onDetail={() => setItemId(item.id)}
              />
            ))}
          </ol>
        </>
      ) : null}
      <LoadMore list={list} />
      <ItemDrawer
        productId={product.id}
        timeZone={product.timeZone}
        itemId={itemId}
        onClose={() => setItemId(null)}
      />
    </Stack>
  );
}

function NothingContested({ productId }: { productId: string }) {
  return (
    <div className={classes.empty}>
      <Title order={2} size="h4">
        Nothing is contested.
      </Title>
      <Text c="dimmed" maw="60ch" mb="md">
        Who disagrees with an item's category can contest it where the item is shown. It is then
        listed here, and the balance shows what it leaves open until the meeting settles it.
      </Text>
      <Button component={Link} href={`/products/${productId}/items`}>
        Look at the items
      </Button>
    </div>
  );
}
