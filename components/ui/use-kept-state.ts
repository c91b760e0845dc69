"use client";

import { useEffect, useRef, useState } from "react";

/**
 * A state that survives a reload of the page, under a name of its own in this tab. Without a name it
 * is an ordinary state. Answers it, the way to set it, to forget what is kept, and to change it.
 */
export function useKeptState<T>(name: string | undefined, initial: T) {
  const [value, setValue] = useState(initial);
  // What a change begins from: one that was offered before the last rendering, such as an undo, too.
  const latest = useRef(initial);
  // After the first rendering, which has to be the server's.
  useEffect(() => {
    const text = name === undefined ? null : sessionStorage.getItem(name);
    // Guarantee of the cast: nothing but the setter below writes under this name.
    if (text === null) return;
    latest.current = JSON.parse(text) as T;
    setValue(latest.current);
  }, [name]);
  const set = (next: T) => {
    latest.current = next;
    setValue(next);
    if (name !== undefined) sessionStorage.setItem(name, JSON.stringify(next));
  };
  const forget = () => {
    if (name !== undefined) sessionStorage.removeItem(name);
  };
  const change = (how: (before: T) => T) => set(how(latest.current));
  return [value, set, forget, change] as const;
}

/** Whether something is kept under a name, and the way to say that it is or is not any more. */
export function useIsKept(name: string) {
  const [isKept, setIsKept] = useState(false);
  useEffect(() => setIsKept(sessionStorage.getItem(name) !== null), [name]);
  return [isKept, setIsKept] as const;
}
