"use client";

import { Group, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { FileLink } from "@/components/ui/file-link";
import { formatCount } from "@/components/ui/format";
import { LoadMore } from "@/components/ui/load-more";
import { ReadFailure } from "@/components/ui/read-failure";
import { useLocale } from "@/components/ui/use-locale";
import type { Item } from "@/lib/contracts/items";
import { exportAddress, type ItemsQuery, itemsOptions } from "./items-query";
import { ItemsTable } from "./items-table";
import { ListSkeleton } from "./list-skeleton";

type ItemsListProps = {
  productId: string;
  timeZone: string;
  query: ItemsQuery;
  onDetail: (item: Item) => void;
  /** What to say where nothing matches. */
  empty: string;
};

/** How many items a question finds, and the items page by page. */
export function ItemsList({ productId, timeZone, query, onDetail, empty }: ItemsListProps) {
  const locale = useLocale();
  const list = useInfiniteQuery(itemsOptions(productId, query));
  if (list.isPending) return <ListSkeleton />;
  if (list.isError && !list.data) {
    return (
      <ReadFailure
        title="The items could not be read"
        error={list.error}
        onRetry={() => void list.refetch()}
      />
    );
  }
  const pages = list.data.pages.map((page) => page.items);
  const shown = pages.reduce((sum, page) => sum + page.length, 0);
  const total = list.data.pages[0]?.total ?? 0;
  if (total === 0) return <Text c="dimmed">{empty}</Text>;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text fw={600} aria-live="polite">
          {formatCount(total, "item", locale)}
        </Text>
        <FileLink href={exportAddress(productId, query)}>Export CSV</FileLink>
      </Group>
      <ItemsTable
        pages={pages}
        timeZone={timeZone}
        locale={locale}
        isPast={Boolean(query.asKnownAt)}
        onDetail={onDetail}
      />
      <LoadMore
        list={list}
        label={`Load more (${formatCount(total - shown, "item", locale)} left)`}
      />
    </Stack>
  );
}
