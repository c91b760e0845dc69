"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { useOpensItems } from "@/components/ui/opens-items";

const ItemsDrawer = dynamic(
  () => import("@/components/items/items-drawer").then((module) => module.ItemsDrawer),
  { ssr: false },
);

const Opening = createContext<(selection: ItemsSelection) => void>(() => undefined);

/** Opens the items behind a number of the meeting. */
export function useOpenItems(): (selection: ItemsSelection) => void {
  return useContext(Opening);
}

type MeetingItemsProps = { productId: string; timeZone: string; children: ReactNode };

/** Whatever stands in it can open the items behind its numbers. */
export function MeetingItems({ productId, timeZone, children }: MeetingItemsProps) {
  const [selection, setSelection] = useState<ItemsSelection | null>(null);
  const [wanted, setWanted] = useState(false);
  const opens = useOpensItems();
  const open = useMemo(
    () => (chosen: ItemsSelection) => {
      setWanted(true);
      setSelection(chosen);
    },
    [],
  );
  return (
    <Opening.Provider value={open}>
      {children}
      {wanted && opens ? (
        <ItemsDrawer
          productId={productId}
          timeZone={timeZone}
          selection={selection}
          onClose={() => setSelection(null)}
        />
      ) : null}
    </Opening.Provider>
  );
}
