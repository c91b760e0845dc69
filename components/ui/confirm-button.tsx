"use client";

import { Button, Group } from "@mantine/core";
import { useState } from "react";

type ConfirmButtonProps = {
  /** What is offered, and what it is called to those who do not see where it stands. */
  label: string;
  about: string;
  /** What the second press does. */
  confirm: string;
  loading: boolean;
  onConfirm: () => void;
};

/** What cannot be taken back takes two presses. */
export function ConfirmButton({ label, about, confirm, loading, onConfirm }: ConfirmButtonProps) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={about}
        loading={loading}
        onClick={() => setAsked(true)}
      >
        {label}
      </Button>
    );
  }
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        size="compact-sm"
        color="red"
        variant="outline"
        autoFocus
        loading={loading}
        onClick={() => {
          setAsked(false);
          onConfirm();
        }}
      >
        {confirm}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setAsked(false)}>
        Keep
      </Button>
    </Group>
  );
}
