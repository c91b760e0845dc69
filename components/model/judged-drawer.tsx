"use client";

import { Button, Drawer, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { ItemDetailView } from "@/components/items/item-detail-view";
import { useLocale } from "@/components/ui/use-locale";
import type { Product } from "@/lib/contracts/products";
import { JudgedItems } from "./judged-items";
import type { JudgedSelection } from "./judged-parameters";
import { selectionWords } from "./model-words";

type JudgedDrawerProps = {
  product: Product;
  selection: JudgedSelection;
  onClose: () => void;
};

/** The corrected items behind a number, and each of them as it is. */
export function JudgedDrawer({ product, selection, onClose }: JudgedDrawerProps) {
  const locale = useLocale();
  const [itemId, setItemId] = useState<string | null>(null);
  // Opened after it appeared, so that it knows where the focus was and gives it back.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const close = () => {
    setItemId(null);
    onClose();
  };
  return (
    <Drawer
      opened={ready && selection.items === true}
      onClose={close}
      position="right"
      size="min(760px, 100vw)"
      title={<Text fw={600}>{selectionWords(selection, locale)}</Text>}
      closeButtonProps={{ "aria-label": "Close the items" }}
      transitionProps={{ duration: 120 }}
    >
      {itemId === null ? (
        <JudgedItems productId={product.id} selection={selection} onItem={setItemId} />
      ) : (
        <>
          <Button variant="subtle" size="xs" mb="sm" onClick={() => setItemId(null)}>
            ← All items
          </Button>
          <ItemDetailView productId={product.id} itemId={itemId} timeZone={product.timeZone} />
        </>
      )}
    </Drawer>
  );
}
