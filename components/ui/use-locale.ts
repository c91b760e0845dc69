"use client";

import { useSyncExternalStore } from "react";
import { readerLocale } from "./reader-locale";

/** The one whose dates differ least between versions of the formatters. */
const serverLocale = "en-US";
const subscribe = () => () => undefined;

/** The reader's locale; the server's first rendering uses a fixed one, so that both agree on it. */
export function useLocale(): string {
  return useSyncExternalStore(
    subscribe,
    () => readerLocale(navigator.language),
    () => serverLocale,
  );
}
