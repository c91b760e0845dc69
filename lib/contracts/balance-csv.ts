import { balanceCategories, chartedCategories } from "@/lib/domain/category";
import type { Balance, BalanceBucket } from "./balance";
import { contestedOf, targetOf } from "./balance-figures";
import { csvRow } from "./csv";

const columns = [
  ...["start", "end", "complete", "measure", "unit"],
  ...chartedCategories,
  ...["excluded", "unestimated", "contested"],
  ...["featureShare", "maintenanceShare", "rewriteShare", "techDebtShare", "coverage"],
  ...["agreedFeatureShare", "tolerance"],
  // A sprint's.
  "name",
];

/**
 * A balance as a file: a line for each bucket, with what was agreed for its last day. Where kinds were
 * asked for, each that occurs in a category has a column at the end: `maintenance:bug`.
 */
export function balanceCsv(balance: Balance): string {
  const { buckets, measure, unit } = balance;
  const amounts = buckets.map(kindAmounts);
  const kinds = [...new Set(amounts.flatMap((amount) => [...amount.keys()]))].sort();
  const lines = buckets.map((bucket, place) => {
    const { start, end, complete, counts, excluded, unestimated, shares, coverage, name } = bucket;
    const target = targetOf(bucket, balance);
    return csvRow([
      ...[start, end, complete, measure, unit],
      ...chartedCategories.map((category) => counts[category]),
      ...[excluded, unestimated, contestedOf(bucket)],
      ...[shares.feature, shares.maintenance, shares.rewrite, shares.tech_debt, coverage],
      ...[target?.shares.feature ?? null, target?.tolerance ?? null],
      name ?? null,
      ...kinds.map((kind) => amounts[place]?.get(kind) ?? 0),
    ]);
  });
  return csvRow([...columns, ...kinds]) + lines.join("");
}

/** By the names of their columns. */
function kindAmounts({ kindsOf }: BalanceBucket): Map<string, number> {
  if (kindsOf === undefined) return new Map();
  return new Map(
    balanceCategories.flatMap((category) =>
      Object.entries(kindsOf[category]).map(
        ([kind, amount]) => [`${category}:${kind}`, amount] as const,
      ),
    ),
  );
}
