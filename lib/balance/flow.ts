import type { CategoryFlow, Flow, FlowFigures, OpenAge } from "@/lib/contracts/flow";
import type { BalanceCell } from "@/lib/domain/balance";
import type { CategoryOrNone, ChartedCategory } from "@/lib/domain/category";
import type { DaySpread, LeadTimeCell, OpenAgeCell, StockCell } from "@/lib/domain/flow";
import { amountsOf } from "./amounts";
import { type CalendarBucket, dayOf } from "./calendar";

const dayMs = 86_400_000;

type FlowCells = {
  opened: readonly BalanceCell[];
  done: readonly BalanceCell[];
  leadTimes: readonly LeadTimeCell[];
};

/** Makes finished rows of counted cells: one per bucket, empty ones included, and the totals. */
export function foldFlow({
  buckets,
  ...cells
}: FlowCells & { buckets: CalendarBucket[] }): Pick<Flow, "buckets" | "totals"> {
  const opened = byBucket(cells.opened);
  const done = byBucket(cells.done);
  const leadTimes = byBucket(cells.leadTimes);
  const rows = buckets.map((bucket, index) => {
    const own = {
      opened: opened.get(index) ?? [],
      done: done.get(index) ?? [],
      leadTimes: leadTimes.get(index) ?? [],
    };
    return { ...bucket, ...figuresOf(own) };
  });
  const totals = figuresOf({ ...cells, leadTimes: leadTimes.get(null) ?? [] });
  return { buckets: rows, totals };
}

/** How old a stock is at an instant; what was created later is no days old. */
export function agesAt(stock: readonly StockCell[], asOf: Date): OpenAgeCell[] {
  const daysSince = (ms: number) => Math.max(0, asOf.getTime() - ms) / dayMs;
  return stock.map(({ category, items, oldestMs, medianMs, p15Ms }) => ({
    category,
    items,
    medianDays: daysSince(medianMs),
    p85Days: daysSince(p15Ms),
    oldestDays: daysSince(oldestMs),
    oldestCreatedAt: new Date(oldestMs),
  }));
}

/** What is open by category, with ages; `excluded` beside it. */
export function foldOpenAges(
  cells: readonly OpenAgeCell[],
  { asOf, timeZone }: { asOf: Date; timeZone: string },
): Flow["open"] {
  const categories = perCategory((category): OpenAge => {
    const cell = ofCategory(cells, category);
    return {
      ...spreadOf(cell),
      oldestDays: cell?.oldestDays ?? null,
      oldestOpenedOn: cell ? dayOf(cell.oldestCreatedAt, timeZone) : null,
    };
  });
  const excluded = spreadOf(ofCategory(cells, "excluded")).items;
  return { asOf: asOf.toISOString(), categories, excluded };
}

function figuresOf(cells: FlowCells): FlowFigures {
  const opened = amountsOf(cells.opened, false);
  const done = amountsOf(cells.done, false);
  return {
    categories: perCategory((category): CategoryFlow => {
      const [came, went] = [opened.counts[category], done.counts[category]];
      const leadTime = spreadOf(ofCategory(cells.leadTimes, category));
      return { opened: came, done: went, net: came - went, leadTime };
    }),
    excluded: { opened: opened.excluded, done: done.excluded },
    unestimated: { opened: opened.unestimated, done: done.unestimated },
  };
}

function spreadOf(cell: DaySpread | undefined): DaySpread {
  const { items = 0, medianDays = null, p85Days = null } = cell ?? {};
  return { items, medianDays, p85Days };
}

function ofCategory<Cell extends { category: CategoryOrNone }>(
  cells: readonly Cell[],
  category: CategoryOrNone,
): Cell | undefined {
  return cells.find((cell) => cell.category === category);
}

function perCategory<T>(of: (category: ChartedCategory) => T): Record<ChartedCategory, T> {
  return {
    feature: of("feature"),
    maintenance: of("maintenance"),
    rewrite: of("rewrite"),
    tech_debt: of("tech_debt"),
    unclassified: of("unclassified"),
  };
}

function byBucket<Cell extends { bucket: number | null }>(cells: readonly Cell[]) {
  const groups = new Map<number | null, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.bucket);
    if (group) group.push(cell);
    else groups.set(cell.bucket, [cell]);
  }
  return groups;
}
