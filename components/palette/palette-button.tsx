"use client";

import { Kbd, UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useEffect, useEffectEvent, useState } from "react";
import { usePrint } from "@/components/print/use-print";
import { hasUnseen } from "@/components/ui/unseen";
import type { Product } from "@/lib/contracts/products";
import classes from "./palette.module.css";
import { pressedOf } from "./pressed";
import { useIsMac } from "./use-is-mac";

const Palette = dynamic(() => import("./palette").then((module) => module.Palette), { ssr: false });
const KeysHelp = dynamic(() => import("./keys-help").then((module) => module.KeysHelp), {
  ssr: false,
});

type Opened = "palette" | "keys" | null;

/** The way to everything, by click or keys; what it opens is fetched at the first time. */
export function PaletteButton({ product, products }: { product: Product; products: Product[] }) {
  const [opened, setOpened] = useState<Opened>(null);
  const [fetched, setFetched] = useState({ palette: false, keys: false });
  const open = (what: "palette" | "keys") => {
    setFetched((before) => ({ ...before, [what]: true }));
    setOpened(what);
  };
  const close = () => setOpened(null);
  const printPage = usePrint();
  const press = useEffectEvent((event: KeyboardEvent) => {
    const what = pressedOf(event);
    // Where all has been seen, the browser prints the page as it is.
    if (what === null || (what === "print" && !hasUnseen())) return;
    event.preventDefault();
    if (what === "print") void printPage();
    else open(what);
  });
  const leave = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.isComposing || opened === null) return;
    // A drawer under it would close with it.
    event.stopImmediatePropagation();
    close();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    const listenFirst = (event: KeyboardEvent) => leave(event);
    window.addEventListener("keydown", listen);
    window.addEventListener("keydown", listenFirst, { capture: true });
    return () => {
      window.removeEventListener("keydown", listen);
      window.removeEventListener("keydown", listenFirst, { capture: true });
    };
  }, []);
  const isMac = useIsMac();
  return (
    <>
      <UnstyledButton
        className={classes.opener}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => open("palette")}
      >
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <span>Go to…</span>
        <Kbd size="xs" className={classes.keys} aria-hidden="true">
          {isMac ? "⌘ K" : "Ctrl K"}
        </Kbd>
      </UnstyledButton>
      {fetched.palette ? (
        <Palette
          product={product}
          products={products}
          opened={opened === "palette"}
          onClose={close}
          onKeys={() => open("keys")}
          onPrint={() => void printPage()}
        />
      ) : null}
      {fetched.keys ? <KeysHelp opened={opened === "keys"} onClose={close} /> : null}
    </>
  );
}
