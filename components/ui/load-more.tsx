import { Button } from "@mantine/core";

type LoadMoreProps = {
  /** A list that is read page by page. */
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  label?: string;
};

/** The way to a list's next page, where there is one. */
export function LoadMore({ list, label = "Load more" }: LoadMoreProps) {
  if (!list.hasNextPage) return null;
  return (
    <Button
      size="xs"
      variant="default"
      mt="sm"
      loading={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {label}
    </Button>
  );
}
