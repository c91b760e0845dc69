"use client";

import { Anchor, Button, Drawer, Group, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { Link } from "@/components/ui/link";
import { ItemDetailView } from "./item-detail-view";
import { ItemsList } from "./items-list";
import { itemsPageAddress } from "./items-page-address";
import type { ItemsQuery } from "./items-query";

/** What was clicked: its name, the number as it stood there, and the items behind it. */
export type ItemsSelection = { title: string; clicked: string; query: ItemsQuery };

type ItemsDrawerProps = {
  productId: string;
  timeZone: string;
  /** Null while it is closed. */
  selection: ItemsSelection | null;
  onClose: () => void;
};

/** The items behind a number, beside the picture they are counted in. */
export function ItemsDrawer({ productId, timeZone, selection, onClose }: ItemsDrawerProps) {
  const [itemId, setItemId] = useState<string | null>(null);
  // Opened after it appeared, so that it knows where the focus was and gives it back.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const content = useRef<HTMLDivElement>(null);
  const left = useRef<string | null>(null);
  // What had the focus is gone when an item comes in place of the list, and the other way round.
  useEffect(() => {
    const next = itemId === null ? `[data-item="${left.current}"]` : "button";
    if (itemId !== left.current) content.current?.querySelector<HTMLElement>(next)?.focus();
    left.current = itemId;
  }, [itemId]);
  const close = () => {
    setItemId(null);
    onClose();
  };
  return (
    <Drawer
      opened={ready && selection !== null}
      onClose={close}
      position="right"
      size="min(960px, 100vw)"
      title={<Text fw={600}>{selection?.title}</Text>}
      closeButtonProps={{ "aria-label": "Close the items" }}
      transitionProps={{ duration: 120 }}
    >
      <div ref={content}>
        {selection && itemId ? (
          <>
            <Button variant="subtle" size="xs" mb="sm" onClick={() => setItemId(null)}>
              ← All items
            </Button>
            <ItemDetailView productId={productId} itemId={itemId} timeZone={timeZone} />
          </>
        ) : null}
        {selection && !itemId ? (
          <>
            <Group justify="space-between" mb="xs">
              <Text size="sm" c="dimmed">
                {selection.clicked}
              </Text>
              <Anchor
                component={Link}
                size="sm"
                href={itemsPageAddress(productId, selection.query)}
              >
                Open as a page
              </Anchor>
            </Group>
            <ItemsList
              productId={productId}
              timeZone={timeZone}
              query={selection.query}
              onDetail={(item) => setItemId(item.id)}
              empty="No item is behind this number."
            />
          </>
        ) : null}
      </div>
    </Drawer>
  );
}
