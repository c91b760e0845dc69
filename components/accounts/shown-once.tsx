"use client";

import { Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import classes from "./accounts.module.css";

type ShownOnceProps = { label: string; text: string; onDone: () => void };

/** A secret that was just made: it is kept nowhere in clear, so this is the one time to take it. */
export function ShownOnce({ label, text, onDone }: ShownOnceProps) {
  return (
    <Stack gap={6} component="section" aria-label={label} className={classes.once}>
      <Text size="sm" role="status">
        <strong>{label}.</strong> It is shown this once: copy it now.
      </Text>
      <Code className={classes.secret} data-testid="secret">
        {text}
      </Code>
      <Group gap="xs">
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button size="compact-sm" onClick={copy}>
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          Done
        </Button>
      </Group>
    </Stack>
  );
}
