"use client";

import { useEffect } from "react";

type TriageKeys<T> = {
  isOn: boolean;
  commandOf: (key: string) => T | null;
  run: (command: T) => void;
  /** Where keys have another meaning. */
  except: string;
};

/** Single keys decide while they are switched on and nobody types a text or moves in a menu. */
export function useTriageKeys<T>({ isOn, commandOf, run, except }: TriageKeys<T>): void {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(except)) return;
      const command = commandOf(event.key);
      if (command === null) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [isOn, commandOf, run, except]);
}

export const typing = "input:not([type=checkbox]), textarea, select, [role=menu]";
