import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";

/** Asks for more of a form. */
export function Reveal({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      ta="left"
      underline="always"
      onClick={onClick}
    >
      {children}
    </Anchor>
  );
}
