"use client";

import { Anchor, Text } from "@mantine/core";
import { Link } from "@/components/ui/link";
import { localModeWords } from "./local-mode-words";
import { useSides } from "./viewer";

/** On a machine without accounts: that there are none, how to have them, and what was done here. */
export function LocalMode() {
  const { local } = useSides();
  if (!local) return null;
  return (
    <Text size="sm" c="dimmed">
      {localModeWords}{" "}
      <Anchor component={Link} href="/people" underline="always" inherit>
        How to have accounts
      </Anchor>
      {" · "}
      <Anchor component={Link} href="/log" underline="always" inherit>
        Log
      </Anchor>
    </Text>
  );
}
