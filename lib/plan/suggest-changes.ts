import type { Plannable, PlanTarget } from "@/lib/domain/plan";
import { amountOf, checkPlan, placeOf } from "./check-plan";

export type Swap<T> = { out: T; in: T };

export type Suggestions<T> = {
  /** The fewest items more that would do, nothing being taken out; null where none would. */
  add: { feature: number; upkeep: number } | null;
  /** What to take out and in; null where no swap of the candidates leads into the band. */
  swaps: Swap<T>[] | null;
};

/** The most items that are suggested to be added. */
const mostAdded = 200;
type Side = "feature" | "upkeep";
type Sum = { feature: number; whole: number };

/**
 * What would bring a selection into the band, as few changes as there can be where items are
 * counted. In points each swap is the one that leads furthest: if one is enough, it is one; of
 * several there may be a shorter way. `candidates` are in the order of their rank: the highest come
 * in first, the lowest go first. Null where the selection meets what is agreed, or nothing is.
 */
export function suggestChanges<T extends Plannable>(
  candidates: readonly T[],
  chosenIds: ReadonlySet<string>,
  target: PlanTarget | null,
): Suggestions<T> | null {
  const chosen = candidates.filter(({ id }) => chosenIds.has(id));
  const { place, unit, counts, shares } = checkPlan(chosen, target);
  if (target === null || shares.feature === null || place === "inside" || place === "none") {
    return null;
  }
  const lacking: Side = place === "below" ? "feature" : "upkeep";
  const whole = counts.feature + counts.maintenance + counts.rewrite + counts.tech_debt;
  const start = { feature: counts.feature, whole };
  const out = chosen.filter((item) => sideOf(item) === otherOf(lacking)).reverse();
  const into = candidates.filter((item) => !chosenIds.has(item.id) && sideOf(item) === lacking);
  return {
    add: unit === "items" ? addedItems(start, target) : null,
    swaps: findSwaps({ out, into, lacking, unit, target, start }),
  };
}

function addedItems({ feature, whole }: Sum, target: PlanTarget): Suggestions<never>["add"] {
  for (let items = 1; items <= mostAdded; items++) {
    for (let features = 0; features <= items; features++) {
      const place = placeOf((feature + features) / (whole + items), target);
      if (place === "inside") return { feature: features, upkeep: items - features };
    }
  }
  return null;
}

type Search<T> = {
  out: T[];
  into: T[];
  lacking: Side;
  unit: "items" | "points";
  target: PlanTarget;
  start: Sum;
};

function findSwaps<T extends Plannable>(search: Search<T>): Swap<T>[] | null {
  const { target, unit, lacking } = search;
  let [out, into, sum] = [search.out, search.into, search.start];
  const swaps: Swap<T>[] = [];
  while (distance(sum, target) > 0) {
    const next = bestSwap({ out, into, unit, lacking, target, sum });
    if (!next || next.distance >= distance(sum, target)) return null;
    swaps.push(next.swap);
    sum = next.sum;
    out = out.filter((item) => item !== next.swap.out);
    into = into.filter((item) => item !== next.swap.in);
  }
  return swaps;
}

/** The swap that leads nearest to the band; of several, that of the first in each list. */
function bestSwap<T extends Plannable>(at: Omit<Search<T>, "start"> & { sum: Sum }) {
  const { unit, lacking, target, sum } = at;
  let best: { swap: Swap<T>; sum: Sum; distance: number } | null = null;
  for (const out of firstOfEach(at.out, unit)) {
    for (const into of firstOfEach(at.into, unit)) {
      const [less, more] = [amountOf(out, unit), amountOf(into, unit)];
      const after = {
        feature: sum.feature + (lacking === "feature" ? more : -less),
        whole: sum.whole + more - less,
      };
      const left = distance(after, target);
      if (!best || left < best.distance) {
        best = { swap: { out, in: into }, sum: after, distance: left };
      }
    }
  }
  return best;
}

/** Of items that weigh the same only the first can be the best. */
function firstOfEach<T extends Plannable>(items: T[], unit: "items" | "points"): T[] {
  const seen = new Map<number, T>();
  for (const item of items) {
    const amount = amountOf(item, unit);
    if (!seen.has(amount)) seen.set(amount, item);
  }
  return [...seen.values()];
}

/** How far a share lies outside the band; 0 inside, infinite where there is none. */
function distance({ feature, whole }: Sum, target: PlanTarget): number {
  if (whole <= 0) return Number.POSITIVE_INFINITY;
  const share = feature / whole;
  if (placeOf(share, target) === "inside") return 0;
  return Math.abs(share - target.feature) - target.tolerance;
}

function sideOf({ category }: Plannable): Side | null {
  if (category === "unclassified" || category === "excluded") return null;
  return category === "feature" ? "feature" : "upkeep";
}

function otherOf(side: Side): Side {
  return side === "feature" ? "upkeep" : "feature";
}
