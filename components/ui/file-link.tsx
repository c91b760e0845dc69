import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./file-link.module.css";

/** Saves the numbers beside it as a file, as quietly as the buttons that it stands among. */
export function FileLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Button
      className={classes.link}
      component="a"
      href={href}
      download
      variant="transparent"
      size="compact-sm"
      px={0}
    >
      {children}
    </Button>
  );
}
