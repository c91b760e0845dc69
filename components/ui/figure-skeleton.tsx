import { Skeleton } from "@mantine/core";
import classes from "./figures.module.css";

/** A figure's place while it is read. */
export function FigureSkeleton() {
  return (
    <div className={classes.figure}>
      <Skeleton height={14} width="60%" mb={8} />
      <Skeleton height={24} width="40%" mb={8} />
      <Skeleton height={12} width="70%" />
    </div>
  );
}
