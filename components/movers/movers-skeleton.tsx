import { Skeleton } from "@mantine/core";
import classes from "./movers.module.css";

/** The report's place until the reader comes to it, and while it loads. */
export function MoversSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy="true">
      <Skeleton height={16} width="60%" mb={12} />
      <Skeleton height={260} />
    </div>
  );
}
