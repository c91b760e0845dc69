"use client";

import { Button, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";

export type Notice = {
  message: string;
  tone?: "plain" | "error";
  action?: { label: string; run: () => void };
};

let wanted = false;
const listeners = new Set<() => void>();

/** Shows a notice in the corner. Its code is fetched at the first one, not with the page. */
export async function notify({ message, tone = "plain", action }: Notice): Promise<void> {
  wanted = true;
  for (const listener of listeners) listener();
  const { notifications } = await import("@mantine/notifications");
  const run = () => {
    notifications.hide(id);
    action?.run();
  };
  const id = notifications.show({
    color: tone === "error" ? "red" : "ink",
    autoClose: action ? 10_000 : 6_000,
    withBorder: true,
    closeButtonProps: { "aria-label": "Dismiss" },
    message: action ? noticeWithAction(message, action.label, run) : message,
  });
}

function noticeWithAction(message: string, label: string, run: () => void): ReactNode {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="default" onClick={run}>
        {label}
      </Button>
    </Group>
  );
}

/** For the host of the notices: whether one was asked for yet. */
export function subscribeToNotices(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function noticesWanted(): boolean {
  return wanted;
}
