import { chartedCategories } from "@/lib/domain/category";
import { csvRow } from "./csv";
import type { Portfolio } from "./portfolio";

const columns = [
  ...["productId", "product", "timeZone", "sample", "start", "end", "complete", "measure", "unit"],
  ...chartedCategories,
  ...["excluded", "unestimated", "featureShare", "coverage"],
];

/** The portfolio as a file: a line for each product and bucket. */
export function portfolioCsv({ items, measure, unit }: Portfolio): string {
  const lines = items.flatMap(({ id, name, timeZone, sample, buckets }) =>
    buckets.map(({ start, end, complete, counts, excluded, unestimated, shares, coverage }) =>
      csvRow([
        ...[id, name, timeZone, sample, start, end, complete, measure, unit],
        ...chartedCategories.map((category) => counts[category]),
        ...[excluded, unestimated, shares.feature, coverage],
      ]),
    ),
  );
  return csvRow(columns) + lines.join("");
}
