"use client";

import { Anchor, Collapse } from "@mantine/core";
import { type ReactNode, useState } from "react";

type UnfoldedProps = { name: string; children: ReactNode };

/** A part of the page behind its name; nothing of it is asked for before it is opened. */
export function Unfolded({ name, children }: UnfoldedProps) {
  const [opened, setOpened] = useState(false);
  return (
    <section aria-label={name}>
      <Anchor
        component="button"
        size="sm"
        underline="always"
        mb="xs"
        aria-expanded={opened}
        onClick={() => setOpened(!opened)}
      >
        {name}
      </Anchor>
      <Collapse expanded={opened}>{opened ? children : null}</Collapse>
    </section>
  );
}
