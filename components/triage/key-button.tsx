"use client";

import { Button, Kbd } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./triage.module.css";

type KeyButtonProps = {
  shown: string;
  keys: string;
  title?: string;
  disabled: boolean;
  onPress: () => void;
  children: ReactNode;
};

/** A button that says which key does the same. */
export function KeyButton({ shown, keys, title, disabled, onPress, children }: KeyButtonProps) {
  return (
    <Button
      variant="default"
      title={title}
      disabled={disabled}
      aria-keyshortcuts={keys}
      rightSection={
        <Kbd size="xs" aria-hidden="true">
          {shown}
        </Kbd>
      }
      onClick={onPress}
    >
      <span className={classes.label}>{children}</span>
    </Button>
  );
}
