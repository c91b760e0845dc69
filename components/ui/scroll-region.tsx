import type { ReactNode } from "react";
import classes from "./scroll-region.module.css";

/** A table's own sideways scrolling, so that the page never scrolls sideways; its buttons take the focus. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className={classes.region} aria-label={label}>
      {children}
    </section>
  );
}
