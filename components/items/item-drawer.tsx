"use client";

import { Drawer, Text } from "@mantine/core";
import { ItemDetailView } from "./item-detail-view";

type ItemDrawerProps = {
  productId: string;
  timeZone: string;
  /** Null while it is closed. */
  itemId: string | null;
  onClose: () => void;
};

/** One item beside the list it stands in. */
export function ItemDrawer({ productId, timeZone, itemId, onClose }: ItemDrawerProps) {
  return (
    <Drawer
      opened={itemId !== null}
      onClose={onClose}
      position="right"
      size="min(640px, 100vw)"
      title={<Text fw={600}>Item</Text>}
      closeButtonProps={{ "aria-label": "Close the item" }}
      transitionProps={{ duration: 120 }}
    >
      {itemId ? <ItemDetailView productId={productId} itemId={itemId} timeZone={timeZone} /> : null}
    </Drawer>
  );
}
