import { chartedCategories } from "@/lib/domain/category";
import { csvRow } from "./csv";
import type { Flow } from "./flow";

const columns = [
  ...["start", "end", "complete", "category", "unit", "opened", "done", "net"],
  ...["leadTimeItems", "leadTimeMedianDays", "leadTimeP85Days"],
  // A sprint's.
  "name",
];

/** The flow as a file: a line for each bucket and category. */
export function flowCsv({ buckets, unit }: Flow): string {
  const lines = buckets.flatMap(({ start, end, complete, name = null, categories }) =>
    chartedCategories.map((category) => {
      const { opened, done, net, leadTime } = categories[category];
      const { items, medianDays, p85Days } = leadTime;
      const counts = [opened, done, net, items, medianDays, p85Days];
      return csvRow([start, end, complete, category, unit, ...counts, name]);
    }),
  );
  return csvRow(columns) + lines.join("");
}
