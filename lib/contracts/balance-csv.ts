import { chartedCategories } from "@/lib/domain/category";
import type { Balance } from "./balance";
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
 * asked for, each that occurs has a column at the end.
 */
export function balanceCsv(balance: Balance): string {
  const { buckets, measure, unit } = balance;
  const kinds = [...new Set(buckets.flatMap((bucket) => Object.keys(bucket.kinds ?? {})))].sort();
  const lines = buckets.map((bucket) => {
    const { start, end, complete, counts, excluded, unestimated, shares, coverage, name } = bucket;
    const target = targetOf(bucket, balance);
    return csvRow([
      ...[start, end, complete, measure, unit],
      ...chartedCategories.map((category) => counts[category]),
      ...[excluded, unestimated, contestedOf(bucket)],
      ...[shares.feature, shares.maintenance, shares.rewrite, shares.tech_debt, coverage],
      ...[target?.shares.feature ?? null, target?.tolerance ?? null],
      name ?? null,
      ...kinds.map((kind) => bucket.kinds?.[kind] ?? 0),
    ]);
  });
  return csvRow([...columns, ...kinds.map((kind) => `kind:${kind}`)]) + lines.join("");
}
