"use client";

import { Button, Group, Text, Title } from "@mantine/core";
import { noFilters } from "@/components/items/filter-parameters";
import { ApiError } from "@/components/ui/api";
import { FailureNote } from "@/components/ui/failure-note";
import type { BalanceView } from "./view-parameters";

type BalanceFailureProps = {
  error: Error;
  onRetry: () => void;
  onView: (change: Partial<BalanceView>) => void;
};

const plainView: Partial<BalanceView> = {
  ...noFilters,
  period: "12w",
  bucket: null,
  board: null,
  from: null,
  to: null,
  asKnownAt: null,
};

const failed = "The balance could not be read";

/** Why there is no answer, and the two ways on. */
export function BalanceFailure({ error, onRetry, onView }: BalanceFailureProps) {
  const reasons = error instanceof ApiError ? Object.values(error.fields) : [];
  return (
    <FailureNote
      title={
        <Title order={1} size="h5">
          {failed}
        </Title>
      }
    >
      <Text size="sm">{[...new Set([error.message, ...reasons])].join(" ")}</Text>
      <Group gap="xs" mt="sm">
        <Button size="xs" onClick={onRetry}>
          Try again
        </Button>
        <Button size="xs" variant="default" onClick={() => onView(plainView)}>
          Back to the last 12 weeks
        </Button>
      </Group>
    </FailureNote>
  );
}
