import { Button, Text } from "@mantine/core";

type LoadMoreProps = {
  /** A list that is read page by page. */
  list: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: Error | null;
    fetchNextPage: () => unknown;
  };
  label?: string;
};

/** The way to a list's next page, where there is one; where that cannot be read, that and why. */
export function LoadMore({ list, label = "Load more" }: LoadMoreProps) {
  if (!list.hasNextPage) return null;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        mt="sm"
        loading={list.isFetchingNextPage}
        onClick={() => void list.fetchNextPage()}
      >
        {label}
      </Button>
      {list.isFetchNextPageError ? (
        <Text size="sm" mt={4} role="alert">
          The rest could not be read. {list.error?.message}
        </Text>
      ) : null}
    </>
  );
}
