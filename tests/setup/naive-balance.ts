import type { Measure, Unit } from "@/lib/domain/balance";
import { balanceCategories, type CategoryOrNone } from "@/lib/domain/category";
import type { Kind } from "@/lib/domain/kind";

/** An item as the oracle sees it: plain values, no database. */
export type OracleItem = {
  createdAt: Date;
  /** When it was closed and reopened before it was last closed. */
  pauses?: { closedAt: Date; reopenedAt: Date }[];
  closedAt: Date | null;
  removedAt: Date | null;
  points: number | null;
  effortDays: number | null;
  category: CategoryOrNone;
  kind?: Kind | null;
};

export type OracleCounts = Record<CategoryOrNone, number> & { unestimated: number };

/** The day an instant falls on, by the platform's own calendar rather than the product's code. */
export function dayIn(timeZone: string, instant: Date): string {
  return formatOf(timeZone).format(instant);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than a hundred uses of it. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone);
  if (made) return made;
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
  formats.set(timeZone, format);
  return format;
}

type OracleBucket = {
  items: OracleItem[];
  start: string;
  end: string;
  timeZone: string;
  measure: Measure;
  unit: Unit;
};

/** The kinds inside each category of one bucket: each kind's items counted as if there were no others. */
export function naiveKinds(bucket: OracleBucket): Record<string, Record<string, number>> {
  const names = [...new Set(bucket.items.map(({ kind }) => kind ?? "none"))];
  const counted = names.map((name) => {
    const items = bucket.items.filter(({ kind }) => (kind ?? "none") === name);
    return { name, counts: naiveCounts({ ...bucket, items }) };
  });
  return Object.fromEntries(
    balanceCategories.map((category) => {
      const amounts = counted.map(({ name, counts }) => [name, counts[category]] as const);
      return [category, Object.fromEntries(amounts.filter(([, amount]) => amount !== 0))];
    }),
  );
}

/** The slow, obviously right count of one bucket: look at every item, ask the calendar for its day. */
export function naiveCounts(input: OracleBucket): OracleCounts {
  const { start, end, timeZone, measure, unit } = input;
  const day = (instant: Date) => dayIn(timeZone, instant);
  const isIn = (instant: Date | null) =>
    instant !== null && day(instant) >= start && day(instant) <= end;
  const isGone = (instant: Date | null, createdAt: Date) =>
    instant !== null && day(new Date(Math.max(+instant, +createdAt))) <= end;
  const isPaused = ({ pauses = [], createdAt }: OracleItem) =>
    pauses.some(
      ({ closedAt, reopenedAt }) => isGone(closedAt, createdAt) && !isGone(reopenedAt, createdAt),
    );
  const rules: Record<Measure, (item: OracleItem) => boolean> = {
    done: ({ closedAt }) => isIn(closedAt),
    opened: ({ createdAt }) => isIn(createdAt),
    open: (item) =>
      day(item.createdAt) <= end &&
      !isPaused(item) &&
      !isGone(item.closedAt, item.createdAt) &&
      !isGone(item.removedAt, item.createdAt),
  };
  const counted = input.items.filter(rules[measure]);
  const counts: OracleCounts = {
    feature: 0,
    maintenance: 0,
    rewrite: 0,
    tech_debt: 0,
    excluded: 0,
    unclassified: 0,
    unestimated: 0,
  };
  for (const { category, points, effortDays } of counted) {
    const adds = { items: 1, points, effort_days: effortDays }[unit];
    counts[category] += adds ?? 0;
    if (adds === null && category !== "excluded") counts.unestimated += 1;
  }
  return counts;
}
