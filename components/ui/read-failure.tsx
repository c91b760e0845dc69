import { Button, Text } from "@mantine/core";
import { FailureNote } from "./failure-note";

type ReadFailureProps = { title: string; error: Error | null; onRetry: () => void };

/** Stands where something should have been read: what failed, why, and another try. */
export function ReadFailure({ title, error, onRetry }: ReadFailureProps) {
  return (
    <FailureNote title={title}>
      <Text size="sm">{error?.message}</Text>
      <Button size="xs" variant="default" mt="xs" onClick={onRetry}>
        Try again
      </Button>
    </FailureNote>
  );
}
