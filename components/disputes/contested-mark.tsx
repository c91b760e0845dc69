import type { OpenDispute } from "@/lib/contracts/items";
import classes from "./disputes.module.css";

/** Says in a list that an item's category is contested; the reason is its title. */
export function ContestedMark({ dispute }: { dispute: OpenDispute | null }) {
  if (dispute === null) return null;
  return (
    <span className={classes.mark} title={`${dispute.actor}: ${dispute.reason}`}>
      Contested
    </span>
  );
}
