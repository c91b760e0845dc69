import { classifiedOf, type Measure } from "@/lib/domain/balance";
import { mostSplitParts } from "@/lib/domain/split";
import type { CalendarBucket } from "./calendar";
import { foldBalance } from "./fold-balance";

type Named = { id: string; name: string };
type Cells = Parameters<typeof foldBalance>[0]["cells"];

/**
 * Makes the balances of parts of one balance: the largest first, by all that is drawn of them over
 * the whole range; those beyond the most that are shown are only named, with that amount.
 */
export function foldSplit(input: {
  parts: (Named & { cells: Cells })[];
  buckets: CalendarBucket[];
  measure: Measure;
  withKinds: boolean;
}) {
  const { parts, ...shared } = input;
  const folded = parts.map(({ id, name, cells }) => {
    const balance = foldBalance({ ...shared, cells });
    const { counts } = balance.totals;
    return { id, name, ...balance, amount: classifiedOf(counts) + counts.unclassified };
  });
  const ranked = folded.sort((a, b) => b.amount - a.amount || byName(a, b));
  return {
    parts: ranked.slice(0, mostSplitParts).map(({ amount: _, ...part }) => part),
    others: ranked.slice(mostSplitParts).map(({ id, name, amount }) => ({ id, name, amount })),
  };
}

function byName(a: Named, b: Named): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
