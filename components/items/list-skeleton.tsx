import { Skeleton, Stack } from "@mantine/core";

/** The list's place while it loads. */
export function ListSkeleton() {
  return (
    <Stack gap="md" aria-busy="true" aria-label="Loading the items">
      <Skeleton height={20} width={110} />
      {Array.from({ length: 8 }, (_, row) => `row-${row}`).map((row) => (
        <Skeleton key={row} height={40} />
      ))}
    </Stack>
  );
}
