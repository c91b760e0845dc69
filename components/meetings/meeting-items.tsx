"use client";

import dynamic from "next/dynamic";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { notify } from "@/components/ui/notify";

const ItemsDrawer = dynamic(
  () => import("@/components/items/items-drawer").then((module) => module.ItemsDrawer),
  { ssr: false },
);

const Opening = createContext<(selection: ItemsSelection) => void>(() => undefined);

/** Opens the items behind a number of the meeting. */
export function useOpenItems(): (selection: ItemsSelection) => void {
  return useContext(Opening);
}

type MeetingItemsProps = {
  productId: string;
  timeZone: string;
  /** Seen by link: the items are no part of it. */
  shared?: boolean;
  children: ReactNode;
};

/** Whatever stands in it can open the items behind its numbers. */
export function MeetingItems({ productId, timeZone, shared, children }: MeetingItemsProps) {
  const [selection, setSelection] = useState<ItemsSelection | null>(null);
  const [wanted, setWanted] = useState(false);
  const open = useMemo(
    () => (chosen: ItemsSelection) => {
      if (shared) return void notify({ message: "The items are not part of what is shared." });
      setWanted(true);
      setSelection(chosen);
    },
    [shared],
  );
  return (
    <Opening.Provider value={open}>
      {children}
      {wanted ? (
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
