import type { Balance, BalanceBucket } from "@/lib/contracts/balance";
import { drawnOf } from "./share-words";

/** The same answer, beginning with its first bucket that holds anything. */
export function withoutEmptyStart(balance: Balance): Balance {
  const first = balance.buckets.findIndex(holdsAnything);
  const start = balance.buckets[first];
  if (first <= 0 || !start) return balance;
  return { ...balance, from: start.start, buckets: balance.buckets.slice(first) };
}

function holdsAnything({ counts, excluded, unestimated }: BalanceBucket): boolean {
  return drawnOf(counts) > 0 || excluded > 0 || unestimated > 0;
}
