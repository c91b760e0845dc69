"use client";

import { useEffect } from "react";
import { type Command, commandOf } from "./triage-step";

/** Single keys decide while they are switched on and nobody types a text or moves in a menu. */
export function useTriageKeys(isOn: boolean, run: (command: Command) => void): void {
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      const command = commandOf(event.key);
      if (command === null) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [isOn, run]);
}

const typing = "input:not([type=checkbox]), textarea, select, [role=menu], [role=dialog]";
