import type { Measure, Unit } from "@/lib/domain/balance";

/** Whether the unit is known of what is measured: effort is, once an item is done. */
export function hasKnownUnit({ measure, unit }: { measure: Measure; unit: Unit }): boolean {
  return measure === "done" || unit !== "effort_days";
}
