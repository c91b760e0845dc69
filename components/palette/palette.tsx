"use client";

import { Modal } from "@mantine/core";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useIsMember, useMay, useMayInWorkspace } from "@/components/accounts/viewer";
import { useTeams } from "@/components/teams/use-teams";
import type { Product } from "@/lib/contracts/products";
import { aboveDrawers } from "./above-drawers";
import { type CommandTarget, commandsOf } from "./commands";
import { PaletteList } from "./palette-list";
import { useSyncAll } from "./use-sync-all";

type PaletteProps = {
  product: Product;
  products: Product[];
  opened: boolean;
  onClose: () => void;
  onKeys: () => void;
  onPrint: () => void;
};

/** Products, pages, views, teams and actions by name. */
export function Palette({ product, products, opened, onClose, onKeys, onPrint }: PaletteProps) {
  // Opened after it appeared, so that it knows where the focus was and gives it back.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const path = usePathname();
  const router = useRouter();
  const teams = useTeams(product.id, opened);
  const syncAll = useSyncAll(product.id);
  const may = {
    manageSources: useMay("manage_sources"),
    create: useMayInWorkspace("create_products"),
    readLog: useMayInWorkspace("read_log"),
    // Without accounts there is no such page.
    seePeople: useIsMember(),
  };
  const run = (target: CommandTarget) => {
    onClose();
    if ("href" in target) router.push(target.href);
    else if ("file" in target) window.location.assign(target.file);
    else if (target.act === "keys") onKeys();
    else if (target.act === "print") onPrint();
    else void syncAll();
  };
  return (
    <Modal
      opened={ready && opened}
      onClose={onClose}
      title="Go to"
      size={560}
      yOffset="10dvh"
      closeButtonProps={{ "aria-label": "Close" }}
      transitionProps={{ duration: 80 }}
      zIndex={aboveDrawers}
    >
      {opened ? (
        <PaletteList
          commands={commandsOf({
            product,
            products,
            teams,
            may,
            path,
            search: window.location.search,
          })}
          onChoose={run}
        />
      ) : null}
    </Modal>
  );
}
