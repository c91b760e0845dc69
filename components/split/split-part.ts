import type { Scope } from "@/components/balance/items-behind";
import type { Balance } from "@/lib/contracts/balance";
import type { BalanceSplit, SplitPart } from "@/lib/contracts/balance-split";

/** A part as the balance that it is. */
export function partBalance(split: BalanceSplit, { buckets, totals }: SplitPart): Balance {
  const { timeZone, bucket, measure, unit, from, to, syncedAt, stale } = split;
  const asked = { timeZone, bucket, measure, unit, from, to, syncedAt, stale };
  return { ...asked, buckets, totals, targets: [], targetsMissing: null, drift: null };
}

/** All parts undivided, over the whole range only. */
export function wholeBalance(split: BalanceSplit): Balance {
  return partBalance(split, { id: "", name: "", buckets: [], totals: split.totals });
}

/** What narrows the items behind the numbers of a part. */
export function partScope({ by }: Pick<BalanceSplit, "by">, id: string, scope: Scope): Scope {
  return { ...scope, [by]: [id] };
}
