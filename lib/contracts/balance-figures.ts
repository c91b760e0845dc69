import type { Balance, BalanceBucket, BalanceTarget } from "./balance";

/** What was agreed for a bucket's last day. */
export function targetOf(
  { end }: Pick<BalanceBucket, "end">,
  { targets }: Pick<Balance, "targets">,
): BalanceTarget | undefined {
  return targets.find(({ from, to }) => from <= end && end <= to);
}

/** What is contested, counted or not, in the balance's unit. */
export function contestedOf({ contested }: { contested: { counts: Record<string, number> } }) {
  return Object.values(contested.counts).reduce((sum, amount) => sum + amount, 0);
}
