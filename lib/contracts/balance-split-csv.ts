import { chartedCategories } from "@/lib/domain/category";
import type { BalanceSplit } from "./balance-split";
import { csvRow } from "./csv";

const columns = [
  ...["by", "id", "name", "start", "end", "complete", "measure", "unit"],
  ...chartedCategories,
  ...["excluded", "unestimated", "featureShare", "coverage"],
];

/** The parts of a balance as a file: a line for each part and bucket. */
export function balanceSplitCsv({ by, parts, measure, unit }: BalanceSplit): string {
  const lines = parts.flatMap(({ id, name, buckets }) =>
    buckets.map(({ start, end, complete, counts, excluded, unestimated, shares, coverage }) =>
      csvRow([
        ...[by, id, name, start, end, complete, measure, unit],
        ...chartedCategories.map((category) => counts[category]),
        ...[excluded, unestimated, shares.feature, coverage],
      ]),
    ),
  );
  return csvRow(columns) + lines.join("");
}
