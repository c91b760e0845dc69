"use client";

import { type MantineColorScheme, SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;
const schemes = [
  { value: "light", label: "Light" },
  { value: "auto", label: "Auto" },
  { value: "dark", label: "Dark" },
] as const satisfies { value: MantineColorScheme; label: string }[];

/** Light, dark, or as the reader's system has it. */
export function ColorSchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The server does not know the choice: both sides first render `auto`.
  const known = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
  return (
    <SegmentedControl
      aria-label="Light or dark"
      size="xs"
      fullWidth
      value={known ? colorScheme : "auto"}
      data={[...schemes]}
      onChange={setColorScheme}
    />
  );
}
