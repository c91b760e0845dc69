import { niceTicks } from "@/components/charts/scale";
import type { BalanceBucket } from "@/lib/contracts/balance";
import { contestedOf } from "@/lib/contracts/balance-figures";
import type { ChartView } from "@/lib/domain/balance";
import { drawnOf } from "@/lib/domain/balance";
import { balanceCategories, chartedCategories } from "@/lib/domain/category";

/** Bottom to top; `gap` is the empty stretch between the shares and the unclassified lane. */
export const stackOrder = [...balanceCategories, "gap", "unclassified"] as const;
export type StackKey = (typeof stackOrder)[number];

export type ChartRow = Record<StackKey, number> & {
  start: string;
  complete: boolean;
  /** Top of feature, where the strong line runs; null where no share can be given. */
  seam: number | null;
  /** Between where the top of feature may come to lie; null where nothing is contested. */
  band: { least: number; most: number } | null;
  /** 0..1: how much of its band a bar fills; thin bars rest on few items. */
  weight: number;
};

/** In shares, unclassified has a lane of its own above 100 %: it is in no share, yet always seen. */
export const lane = { bottom: 1.03, height: 0.11 } as const;

/** Finished rows for the chart. In shares a bucket without classified items draws no share at all. */
export function chartRows(buckets: BalanceBucket[], view: ChartView): ChartRow[] {
  const most = Math.max(0, ...buckets.map((bucket) => drawnOf(bucket.counts)));
  return buckets.map((bucket) => ({
    start: bucket.start,
    complete: bucket.complete,
    ...(view === "shares" ? shareStack(bucket) : countStack(bucket)),
    weight: view === "shares" ? barWeight(drawnOf(bucket.counts), most) : 1,
  }));
}

function countStack({ counts, contested }: BalanceBucket) {
  const least = counts.feature - contested.counts.feature;
  const band = contested.band && { least, most: least + contestedOf({ contested }) };
  return { ...counts, gap: 0, seam: null, band };
}

function shareStack({ shares, coverage, contested }: BalanceBucket) {
  const parts = {
    feature: shares.feature ?? 0,
    maintenance: shares.maintenance ?? 0,
    rewrite: shares.rewrite ?? 0,
    tech_debt: shares.tech_debt ?? 0,
  };
  const sum = balanceCategories.reduce((total, category) => total + parts[category], 0);
  return {
    ...parts,
    gap: lane.bottom - sum,
    unclassified: coverage === null ? 0 : (1 - coverage) * lane.height,
    seam: shares.feature,
    band: contested.band?.feature ?? null,
  };
}

/** Grows with the root of the amount, so that a bar's area does not exaggerate it. */
function barWeight(amount: number, most: number): number {
  return most === 0 ? 1 : Math.max(0.2, Math.sqrt(amount / most));
}

/** The vertical axis: its end and its ticks. */
export function chartScale(rows: ChartRow[], view: ChartView): { top: number; ticks: number[] } {
  if (view === "shares") return { top: lane.bottom + lane.height, ticks: [0, 0.25, 0.5, 0.75, 1] };
  const highest = rows.map((row) => {
    const stack = chartedCategories.reduce((sum, category) => sum + row[category], 0);
    return Math.max(stack, row.band?.most ?? 0);
  });
  const ticks = niceTicks(Math.max(0, ...highest));
  return { top: ticks.at(-1) ?? 1, ticks };
}
