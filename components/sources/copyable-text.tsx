"use client";

import { Button, Code, CopyButton, Group, Text } from "@mantine/core";
import classes from "./source-settings.module.css";

/** A text to take elsewhere. */
export function CopyableText({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <Text size="xs" mt={6}>
        {label}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Code className={classes.copied}>{text}</Code>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="compact-xs" variant="default" onClick={copy} style={{ flexShrink: 0 }}>
              {copied ? "Copied" : `Copy ${label.toLowerCase()}`}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  );
}
