"use client";

import { Anchor, Button, Group, Text } from "@mantine/core";
import { Link } from "@/components/ui/link";
import { FailureNote } from "./failure-note";

type PageFailureProps = { digest: string | undefined; onRetry: () => void };

/** What stands in a page's place where it failed: that nothing is lost, and the ways on. */
export function PageFailure({ digest, onRetry }: PageFailureProps) {
  return (
    <FailureNote title="This page failed">
      <Text size="sm">
        What is stored is untouched. Try again; if it fails again, the server log says why
        {digest ? ` (reference ${digest})` : ""}.
      </Text>
      <Group gap="md" mt="sm">
        <Button size="xs" onClick={onRetry}>
          Try again
        </Button>
        <Anchor component={Link} href="/" size="sm" underline="always">
          Go to the start
        </Anchor>
      </Group>
    </FailureNote>
  );
}
