import type { Unit } from "@/lib/domain/balance";
import { chartedCategories } from "@/lib/domain/category";
import type { DaySpread } from "@/lib/domain/flow";
import { dayIn, naiveCounts, type OracleItem } from "./naive-balance";

type Days = { items: OracleItem[]; start: string; end: string; timeZone: string; unit: Unit };

/** The slow, obviously right flow of one run of days: look at every item. */
export function naiveFlow(days: Days) {
  const { items, start, end, timeZone } = days;
  const [opened, done] = (["opened", "done"] as const).map((measure) =>
    naiveCounts({ ...days, measure }),
  );
  const finished = items.flatMap(({ createdAt, closedAt, category }) => {
    if (closedAt === null) return [];
    const day = dayIn(timeZone, closedAt);
    if (day < start || day > end) return [];
    return [{ category, days: daysOf(+closedAt - +createdAt) }];
  });
  const categories = chartedCategories.map((category) => {
    const came = opened?.[category] ?? 0;
    const went = done?.[category] ?? 0;
    const leadTimes = finished.filter((one) => one.category === category);
    const leadTime = naiveSpread(leadTimes.map((one) => one.days));
    return [category, { opened: came, done: went, net: came - went, leadTime }];
  });
  return {
    categories: Object.fromEntries(categories),
    excluded: { opened: opened?.excluded, done: done?.excluded },
    unestimated: { opened: opened?.unestimated, done: done?.unestimated },
  };
}

/** What is open at the end of a day, and how old it was at an instant. */
export function naiveOpen(input: {
  items: OracleItem[];
  day: string;
  asOf: Date;
  timeZone: string;
}) {
  const { items, day, asOf, timeZone } = input;
  const isOpen = (item: OracleItem) => {
    const asked = { items: [item], start: day, end: day, timeZone, unit: "items" as const };
    const counts = naiveCounts({ ...asked, measure: "open" });
    return counts[item.category] === 1;
  };
  const open = items.filter(isOpen);
  const categories = chartedCategories.map((category) => {
    const own = open.filter((item) => item.category === category);
    const ages = own.map(({ createdAt }) => daysOf(+asOf - +createdAt)).sort((a, b) => a - b);
    const createdOn = own.map(({ createdAt }) => dayIn(timeZone, createdAt)).sort();
    const oldest = { oldestDays: ages.at(-1) ?? null, oldestOpenedOn: createdOn[0] ?? null };
    return [category, { ...naiveSpread(ages), ...oldest }];
  });
  const excluded = open.filter(({ category }) => category === "excluded").length;
  return { categories: Object.fromEntries(categories), excluded };
}

function daysOf(ms: number): number {
  return Math.max(0, ms) / 86_400_000;
}

function naiveSpread(days: number[]): DaySpread {
  const sorted = days.toSorted((a, b) => a - b);
  return {
    items: days.length,
    medianDays: percentile(sorted, 0.5),
    p85Days: percentile(sorted, 0.85),
  };
}

/** Between the two nearest values, in proportion: what SQL calls `percentile_cont`. */
function percentile(sorted: number[], part: number): number | null {
  const rank = part * (sorted.length - 1);
  const below = sorted[Math.floor(rank)];
  const above = sorted[Math.ceil(rank)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (rank - Math.floor(rank));
}
