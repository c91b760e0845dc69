import {
  type BalanceCell,
  type Counts,
  classifiedOf,
  type KindsOf,
  type Shares,
} from "@/lib/domain/balance";
import { balanceCategories } from "@/lib/domain/category";
import { bandOf, type Contested } from "./band";

export type Amounts = {
  counts: Counts;
  excluded: number;
  unestimated: number;
  shares: Shares;
  coverage: number | null;
  contested: Contested;
  kinds?: Record<string, number>;
  kindsOf?: KindsOf;
};

/** Adds cells up into what a bucket reports; shares are computed last, from the sums. */
export function amountsOf(cells: readonly BalanceCell[], withKinds: boolean): Amounts {
  const counts: Counts = { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0, unclassified: 0 };
  const kindsOf: KindsOf = { feature: {}, maintenance: {}, rewrite: {}, tech_debt: {} };
  const contested = { ...counts, excluded: 0 };
  let excluded = 0;
  let unestimated = 0;
  for (const cell of cells) {
    contested[cell.category] += cell.contested;
    if (cell.category === "excluded") {
      excluded += cell.amount;
      continue;
    }
    counts[cell.category] += cell.amount;
    unestimated += cell.unestimated;
    if (cell.category === "unclassified") continue;
    add(kindsOf[cell.category], cell.kind ?? "none", cell.amount);
  }
  const amounts: Amounts = {
    counts,
    excluded,
    unestimated,
    shares: sharesOf(counts),
    coverage: coverageOf(counts),
    contested: { counts: contested, band: bandOf(counts, contested) },
  };
  return withKinds ? { ...amounts, ...kindsIn(kindsOf) } : amounts;
}

/** The kinds that occur, by name: of all categories together, and inside each. */
function kindsIn(kindsOf: KindsOf): { kinds: Record<string, number>; kindsOf: KindsOf } {
  const kinds: Record<string, number> = {};
  for (const category of balanceCategories) {
    for (const [kind, amount] of Object.entries(kindsOf[category])) add(kinds, kind, amount);
  }
  const { feature, maintenance, rewrite, tech_debt } = kindsOf;
  return {
    kinds: present(kinds),
    kindsOf: {
      feature: present(feature),
      maintenance: present(maintenance),
      rewrite: present(rewrite),
      tech_debt: present(tech_debt),
    },
  };
}

function add(amounts: Record<string, number>, kind: string, amount: number): void {
  amounts[kind] = (amounts[kind] ?? 0) + amount;
}

function present(amounts: Readonly<Record<string, number>>): Record<string, number> {
  const named = Object.entries(amounts).filter(([, amount]) => amount !== 0);
  return Object.fromEntries(named.sort(byName));
}

/** Parts of the four categories together; all null where they are nothing. */
export function sharesOf(counts: Counts): Shares {
  const whole = classifiedOf(counts);
  const part = (count: number) => (whole > 0 ? count / whole : null);
  return {
    feature: part(counts.feature),
    maintenance: part(counts.maintenance),
    rewrite: part(counts.rewrite),
    tech_debt: part(counts.tech_debt),
  };
}

/** classified / (classified + unclassified); null where there is nothing. */
export function coverageOf(counts: Counts): number | null {
  const classified = classifiedOf(counts);
  const all = classified + counts.unclassified;
  return all > 0 ? classified / all : null;
}

function byName([a]: [string, number], [b]: [string, number]): number {
  return a < b ? -1 : 1;
}
