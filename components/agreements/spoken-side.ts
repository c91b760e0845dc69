import type { Side } from "@/lib/domain/agreement";

/** The wanted side where it is held, else the first that is; nobody speaks for one they don't hold. */
export function spokenSide(held: readonly Side[], wanted: Side): Side | null {
  return held.find((side) => side === wanted) ?? held[0] ?? null;
}
