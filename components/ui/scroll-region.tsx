import type { ReactNode } from "react";
import classes from "./scroll-region.module.css";

type ScrollRegionProps = { label: string; className?: string | undefined; children: ReactNode };

/** A table's own sideways scrolling, so that the page never scrolls sideways; its buttons take the focus. */
export function ScrollRegion({ label, className = "", children }: ScrollRegionProps) {
  return (
    <section className={`${classes.region} ${className}`} aria-label={label}>
      {children}
    </section>
  );
}
