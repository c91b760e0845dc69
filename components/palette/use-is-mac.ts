"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** Whether the reader's keyboard has ⌘; the server does not know. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );
}
