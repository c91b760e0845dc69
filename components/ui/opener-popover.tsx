"use client";

import { Button, Popover } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";

type OpenerPopoverProps = {
  name: string;
  /** Of the part that opens. */
  className: string | undefined;
  children: (close: () => void) => ReactNode;
};

/**
 * A button and what it opens, which opens as it appears: its code was fetched because a click asked
 * for it. Closed from within, the focus is back on the button; scrolled past it, it stays open.
 */
export function OpenerPopover({ name, className, children }: OpenerPopoverProps) {
  const [opened, setOpened] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    target.current?.focus();
    setOpened(true);
  }, []);
  const close = () => {
    setOpened(false);
    target.current?.focus();
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      withinPortal
      hideDetached={false}
      shadow="md"
    >
      <Popover.Target>
        <Button ref={target} variant="default" size="xs" onClick={() => setOpened(!opened)}>
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={className}>{children(close)}</Popover.Dropdown>
    </Popover>
  );
}
