import { chartedCategories } from "@/lib/domain/category";
import { type CsvValue, csvRow } from "./csv";
import type { Movers } from "./movers";

const names = ["Feature", "Maintenance", "Rewrite", "TechDebt", "Unclassified"];

const columns = [
  ...["by", "group", "value", "name", "contribution"],
  ...names.map((name) => `before${name}`),
  ...names.map((name) => `after${name}`),
  ...["measure", "unit", "beforeFrom", "beforeTo", "afterFrom", "afterTo"],
];

/**
 * What moved the share as a file: a line for each group that is named (`none`: the items in no other),
 * one for all `other` groups together, and one for `all` of them, whose contribution is the change.
 */
export function moversCsv(answer: Movers): string {
  const { by, measure, unit, before, after, movers, rest } = answer;
  const days = [before.from, before.to, after.from, after.to];
  type Moved = Pick<Movers["movers"][number], "before" | "after"> & { contribution: number | null };
  const line = (named: CsvValue[], moved: Moved) =>
    csvRow([
      by,
      ...named,
      moved.contribution,
      ...chartedCategories.map((category) => moved.before[category]),
      ...chartedCategories.map((category) => moved.after[category]),
      ...[measure, unit, ...days],
    ]);
  const whole = { before: before.counts, after: after.counts, contribution: answer.change };
  return [
    csvRow(columns),
    ...movers.map((mover) => {
      const { value, name } = mover;
      return line([value === null ? "none" : "named", value, name], mover);
    }),
    ...(rest ? [line(["other", null, `${rest.groups} groups`], rest)] : []),
    line(["all", null, null], whole),
  ].join("");
}
