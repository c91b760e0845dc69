import { type Counts, classifiedOf, type Shares } from "@/lib/domain/balance";
import { type ChartedCategory, chartedCategories } from "@/lib/domain/category";
import { coverageOf, sharesOf } from "./amounts";

/**
 * What was counted of one group and category: whole amounts of the items that are in as many groups
 * as `parts` says. A group gets amount / parts of it.
 */
export type GroupCell = {
  /** Null is the group of the items that are in no other. */
  value: string | null;
  parts: number;
  category: ChartedCategory;
  amount: number;
  /** Whole items among them without an estimate. */
  unestimated: number;
};

export type PeriodAmounts = {
  counts: Counts;
  unestimated: number;
  shares: Shares;
  coverage: number | null;
};

type Moved = {
  before: Counts;
  after: Counts;
  /** Its part of the change of the feature share, as that is counted: 0.01 is a point. */
  contribution: number;
};

export type Mover = Moved & { value: string | null };

export type Movers = {
  before: PeriodAmounts;
  after: PeriodAmounts;
  /** Feature share after minus before; null where one of them is "no data". */
  change: number | null;
  /** Largest first, whichever way; none without classified work, or where `change` is null. */
  movers: Mover[];
  /** All smaller groups together. */
  rest: (Moved & { groups: number }) | null;
};

/**
 * What each group contributed to the change of the feature share: with `w` the group's part of all
 * classified work, `s` its own feature share and S the whole's, w₁(s₁ − R) − w₀(s₀ − R), where
 * R = (S₀ + S₁) / 2. Contributions add up to S₁ − S₀, since the terms of each period add up to
 * S − R; they change sign when the periods are exchanged; and they hold for groups that come or go.
 * Source: Griliches and Regev, Firm productivity in Israeli industry 1979–1988, Journal of
 * Econometrics 65 (1995), the decomposition with the average of both periods as reference.
 */
export function moversOf(input: {
  before: readonly GroupCell[];
  after: readonly GroupCell[];
  /** How many groups to name, beside the one of what is in no group. */
  limit: number;
}): Movers {
  const before = periodAmounts(input.before);
  const after = periodAmounts(input.after);
  const [s0, s1] = [before.shares.feature, after.shares.feature];
  if (s0 === null || s1 === null) return { before, after, change: null, movers: [], rest: null };
  const reference = (s0 + s1) / 2;
  const [n0, n1] = [classifiedOf(before.counts), classifiedOf(after.counts)];
  const excess = (counts: Counts) => counts.feature - reference * classifiedOf(counts);
  const [groups0, groups1] = [countsByGroup(input.before), countsByGroup(input.after)];
  const movers = [...new Set([...groups0.keys(), ...groups1.keys()])]
    .map((value): Mover => {
      const [own0, own1] = [groups0.get(value) ?? nothing(), groups1.get(value) ?? nothing()];
      const contribution = excess(own1) / n1 - excess(own0) / n0;
      return { value, before: own0, after: own1, contribution };
    })
    .filter(({ before: own0, after: own1 }) => classifiedOf(own0) > 0 || classifiedOf(own1) > 0)
    .sort(bySize);
  return { before, after, change: s1 - s0, ...folded(movers, input.limit) };
}

function folded(movers: Mover[], limit: number): Pick<Movers, "movers" | "rest"> {
  const valued = movers.filter(({ value }) => value !== null);
  // One group alone needs no name for many.
  if (valued.length <= limit + 1) return { movers, rest: null };
  const others = new Set(valued.slice(limit));
  return {
    movers: movers.filter((mover) => !others.has(mover)),
    rest: {
      groups: others.size,
      before: sumOf([...others].map(({ before }) => before)),
      after: sumOf([...others].map(({ after }) => after)),
      contribution: [...others].reduce((sum, { contribution }) => sum + contribution, 0),
    },
  };
}

/** Whole amounts first, divided last, so that what was apportioned adds up to whole numbers again. */
function periodAmounts(cells: readonly GroupCell[]): PeriodAmounts {
  const whole = new Map<number, { counts: Counts; unestimated: number }>();
  for (const { parts, category, amount, unestimated } of cells) {
    const sum = whole.get(parts) ?? { counts: nothing(), unestimated: 0 };
    sum.counts[category] += amount;
    sum.unestimated += unestimated;
    whole.set(parts, sum);
  }
  const counts = nothing();
  let unestimated = 0;
  for (const [parts, sum] of whole) {
    for (const category of chartedCategories) counts[category] += sum.counts[category] / parts;
    unestimated += sum.unestimated / parts;
  }
  return { counts, unestimated, shares: sharesOf(counts), coverage: coverageOf(counts) };
}

function countsByGroup(cells: readonly GroupCell[]): Map<string | null, Counts> {
  const groups = new Map<string | null, Counts>();
  for (const { value, parts, category, amount } of cells) {
    const counts = groups.get(value) ?? nothing();
    counts[category] += amount / parts;
    groups.set(value, counts);
  }
  return groups;
}

function sumOf(all: Counts[]): Counts {
  const sum = nothing();
  for (const counts of all) {
    for (const category of chartedCategories) sum[category] += counts[category];
  }
  return sum;
}

function bySize(a: Mover, b: Mover): number {
  const size = Math.abs(b.contribution) - Math.abs(a.contribution);
  if (size !== 0) return size;
  const amount = classifiedOf(b.after) + classifiedOf(b.before);
  const other = classifiedOf(a.after) + classifiedOf(a.before);
  if (amount !== other) return amount - other;
  return (a.value ?? "") < (b.value ?? "") ? -1 : 1;
}

function nothing(): Counts {
  return { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0, unclassified: 0 };
}
