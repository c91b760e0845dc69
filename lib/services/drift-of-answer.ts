import { type BalanceQuestion, readBalanceCells } from "@/db/queries/balance";
import type { Target } from "@/lib/agreements/targets";
import { type Drift, driftOf } from "@/lib/balance/drift";
import type { FoldedBucket } from "@/lib/balance/fold-balance";
import { type BalanceCell, classifiedOf } from "@/lib/domain/balance";
import type { VersionedReads } from "./versioned-reads";

/**
 * How an answer compares with what was agreed; null where nothing was. Chance knows items, whatever
 * the answer is counted in: points are no draws of their own.
 */
export async function driftOfAnswer(
  reads: VersionedReads,
  {
    question,
    folded,
    targets,
  }: { question: BalanceQuestion; folded: { buckets: FoldedBucket[] }; targets: Target[] },
): Promise<Drift | null> {
  if (targets.length === 0) return null;
  const { measure, unit } = question;
  const items =
    unit === "items"
      ? folded.buckets.map(({ counts }) => classifiedOf(counts))
      : itemsOf(await reads("balance", { ...question, unit: "items" }, readBalanceCells), question);
  const buckets = folded.buckets.map((bucket, index) => ({ ...bucket, items: items[index] ?? 0 }));
  return driftOf({ buckets, measure, targets });
}

/** Classified items per bucket; of a stock, what is there at its end. */
function itemsOf(cells: readonly BalanceCell[], { starts, measure }: BalanceQuestion): number[] {
  const counted = starts.map(() => 0);
  for (const { bucket, category, amount } of cells) {
    if (category === "excluded" || category === "unclassified") continue;
    counted[bucket] = (counted[bucket] ?? 0) + amount;
  }
  if (measure !== "open") return counted;
  let stock = 0;
  return counted.map((change) => {
    stock += change;
    return stock;
  });
}
