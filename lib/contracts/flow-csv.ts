import { type CategoryOrNone, chartedCategories } from "@/lib/domain/category";
import { csvRow } from "./csv";
import type { Flow } from "./flow";

const columns = [
  ...["start", "end", "complete", "category", "unit", "opened", "done", "net"],
  ...["leadTimeItems", "leadTimeMedianDays", "leadTimeP85Days"],
  // A sprint's.
  "name",
];

/** The flow as a file: a line for each bucket and category, and one for what is excluded. */
export function flowCsv({ buckets, unit }: Flow): string {
  const lines = buckets.flatMap((bucket) => {
    const { start, end, complete, name = null, categories, excluded } = bucket;
    const line = (category: CategoryOrNone, figures: (number | null)[]) =>
      csvRow([start, end, complete, category, unit, ...figures, name]);
    return [
      ...chartedCategories.map((category) => {
        const { opened, done, net, leadTime } = categories[category];
        const { items, medianDays, p85Days } = leadTime;
        return line(category, [opened, done, net, items, medianDays, p85Days]);
      }),
      // As on the page: counted beside the categories, and no more than that.
      line("excluded", [excluded.opened, excluded.done, null, null, null, null]),
    ];
  });
  return csvRow(columns) + lines.join("");
}
