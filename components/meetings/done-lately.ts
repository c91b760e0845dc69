import type { Opening } from "@/lib/contracts/meetings";
import type { Plan } from "@/lib/contracts/plan";

/** What was done in the weeks a meeting looks back at; undefined where it counted something else. */
export function doneLately({ balance }: Opening): Plan["actual"] | undefined {
  const { from, to, measure, totals } = balance;
  return measure === "done" ? { from, to, shares: totals.shares } : undefined;
}
