import { Skeleton } from "@mantine/core";
import classes from "./flow.module.css";

/** The section's place while it loads, or until the reader comes to it. */
export function FlowSkeleton() {
  return (
    <div className={classes.skeleton} aria-hidden="true">
      <Skeleton height={20} width="60%" mb={12} />
      <div className={classes.multiples}>
        {["first", "second", "third"].map((name) => (
          <Skeleton key={name} height={190} />
        ))}
      </div>
    </div>
  );
}
