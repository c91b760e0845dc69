"use client";

import { Anchor, Button, Group, Popover, Text } from "@mantine/core";
import { useState } from "react";

type RemoveSourceProps = { name: string; busy: boolean; onRemove: () => void };

/** Removes a source once it was confirmed. */
export function RemoveSource({ name, busy, onRemove }: RemoveSourceProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus shadow="md" width={300}>
      <Popover.Target>
        <Button size="xs" variant="default" onClick={() => setOpened(!opened)}>
          Remove
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Remove ${name}`}>
        <Text size="sm" mb="sm">
          Remove {name} with its items and everything people decided about them? The repository
          itself is not touched.
        </Text>
        <Group gap="xs">
          <Button size="xs" color="red" loading={busy} onClick={onRemove}>
            Remove it
          </Button>
          <Anchor component="button" size="sm" onClick={() => setOpened(false)}>
            Keep it
          </Anchor>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
