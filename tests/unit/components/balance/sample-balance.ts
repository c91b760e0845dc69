import { bandOf } from "@/lib/balance/band";
import type { Balance, BalanceBucket } from "@/lib/contracts/balance";
import type { Counts } from "@/lib/domain/balance";
import { balanceCategories } from "@/lib/domain/category";

export const nothing: Counts = {
  feature: 0,
  maintenance: 0,
  rewrite: 0,
  tech_debt: 0,
  unclassified: 0,
};

type Beside = { excluded?: number; unestimated?: number; contested?: Partial<Counts> };

/** Amounts with their shares, as the API answers them. */
export function figuresOf(counts: Partial<Counts>, beside: Beside = {}) {
  const { excluded = 0, unestimated = 0 } = beside;
  const contested = { ...nothing, excluded: 0, ...beside.contested };
  const all = { ...nothing, ...counts };
  const classified = balanceCategories.reduce((sum, category) => sum + all[category], 0);
  const part = (amount: number) => (classified > 0 ? amount / classified : null);
  const drawn = classified + all.unclassified;
  return {
    counts: all,
    excluded,
    unestimated,
    shares: {
      feature: part(all.feature),
      maintenance: part(all.maintenance),
      rewrite: part(all.rewrite),
      tech_debt: part(all.tech_debt),
    },
    coverage: drawn > 0 ? classified / drawn : null,
    contested: { counts: contested, band: bandOf(all, contested) },
  };
}

export function bucketOf(
  start: string,
  end: string,
  counts: Partial<Counts>,
  beside: Beside & { complete?: boolean } = {},
): BalanceBucket {
  const { complete = true, ...rest } = beside;
  return { start, end, complete, ...figuresOf(counts, rest) };
}

export function balanceOf(change: Partial<Balance> = {}): Balance {
  return {
    timeZone: "Europe/Berlin",
    bucket: "week",
    measure: "done",
    unit: "items",
    from: "2026-08-31",
    to: "2026-11-22",
    buckets: [],
    totals: figuresOf({}),
    targets: [],
    targetsMissing: null,
    drift: null,
    syncedAt: null,
    stale: null,
    ...change,
  };
}
