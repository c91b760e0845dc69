"use client";

import { useEffect, useState } from "react";

/**
 * A state that survives a reload of the page, under a name of its own in this tab; undefined forgets
 * it. Without a name it is an ordinary state.
 */
export function useKeptState<T>(name: string | undefined, initial: T) {
  const [value, setValue] = useState(initial);
  // After the first rendering, which has to be the server's.
  useEffect(() => {
    const text = name === undefined ? null : sessionStorage.getItem(name);
    // Guarantee of the cast: nothing but the setter below writes under this name.
    if (text !== null) setValue(JSON.parse(text) as T);
  }, [name]);
  const set = (next: T) => {
    setValue(next);
    if (name !== undefined) sessionStorage.setItem(name, JSON.stringify(next));
  };
  const forget = () => {
    if (name !== undefined) sessionStorage.removeItem(name);
  };
  return [value, set, forget] as const;
}

/** Whether something is kept under a name, and the way to say that it is or is not any more. */
export function useIsKept(name: string) {
  const [isKept, setIsKept] = useState(false);
  useEffect(() => setIsKept(sessionStorage.getItem(name) !== null), [name]);
  return [isKept, setIsKept] as const;
}
