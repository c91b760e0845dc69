import type { Target } from "@/lib/agreements/targets";
import { type Counts, classifiedOf, type Measure } from "@/lib/domain/balance";
import type { BalanceCategory } from "@/lib/domain/category";
import type { DriftDirection, DriftPlace } from "@/lib/domain/drift";
import { sharesOf } from "./amounts";
import { chanceBand } from "./chance";

/** A bucket of an answer, and how many classified items its amounts rest on. */
export type DriftBucket = {
  start: string;
  end: string;
  complete: boolean;
  counts: Counts;
  items: number;
};

/** A feature share against what was agreed: `difference` = actual − agreed, all parts of 1. */
export type Judgement = {
  agreementId: string;
  items: number;
  actual: number | null;
  agreed: number;
  tolerance: number;
  difference: number | null;
  place: DriftPlace;
  /** Between what shares chance alone would leave so many items if what was agreed were kept. */
  chance: { least: number; most: number } | null;
};

export type JudgedPeriod = Judgement & { start: string; end: string };

/** How many more of a category the next items need than as many before, to lie in the band. */
export type ToReturn = { category: BalanceCategory | "upkeep"; more: number; among: number };

export type Drift = Judgement & {
  stage: string;
  exception: boolean;
  /** First and last day of what is judged; null before the first whole bucket. */
  from: string | null;
  to: string | null;
  direction: DriftDirection | null;
  toReturn: ToReturn | null;
  periods: JudgedPeriod[];
};

/** Below this, one item more or less moves a share by ten points or more. */
const fewItems = 10;
/** A share that moved by less than a point against what was agreed has stayed. */
const steadyWithin = 0.01;
const rounding = 1e-9;

/**
 * How the whole buckets of an answer compare with what was agreed for their days. A bucket is judged
 * where one agreement holds for all of it (a stock: on its last day), and counts to that agreement
 * alone; the drift is that of the latest one's buckets together. Null where nothing is agreed.
 *
 * A share is outside only where neither the tolerance nor chance explains it, so with few items
 * the answer is `too_few`; and nothing is said to lie inside on less than ten of them.
 */
export function driftOf(input: {
  buckets: DriftBucket[];
  measure: Measure;
  targets: Target[];
}): Drift | null {
  const { buckets, measure, targets } = input;
  const judged = buckets.flatMap((bucket) => {
    const target = bucket.complete ? targetOver(targets, bucket, measure) : undefined;
    return target ? [{ bucket, target, ...judge(bucket, target) }] : [];
  });
  const target = judged.at(-1)?.target ?? targets.at(-1);
  if (!target) return null;
  const own = judged.filter(({ agreementId }) => agreementId === target.agreementId);
  const counted = own.map(({ bucket }) => bucket);
  const together = merged(measure === "open" ? counted.slice(-1) : counted);
  const judgement = judge(together, target);
  return {
    ...judgement,
    stage: target.stage,
    exception: target.exception,
    from: (measure === "open" ? counted.at(-1) : counted.at(0))?.start ?? null,
    to: counted.at(-1)?.end ?? null,
    direction: directionOf(counted, target, measure),
    toReturn: toReturnOf(together, target, judgement.place),
    periods: judged.map(({ bucket, target: _, ...period }) => {
      return { start: bucket.start, end: bucket.end, ...period };
    }),
  };
}

export type Counted = Pick<DriftBucket, "counts" | "items">;

/** The target that holds for every day of a bucket, of a stock on the day it is counted. */
function targetOver(
  targets: Target[],
  { start, end }: Pick<DriftBucket, "start" | "end">,
  measure: Measure,
): Target | undefined {
  const first = measure === "open" ? end : start;
  return targets.find(({ from, to }) => from <= first && end <= to);
}

function judge(counted: Counted, { agreementId, shares, tolerance }: Target): Judgement {
  return judgeTerms(counted, { agreementId, agreed: shares.feature ?? 0, tolerance });
}

/** How amounts compare with one feature share that was agreed for all of them. */
export function judgeTerms(
  { counts, items }: Counted,
  { agreementId, agreed, tolerance }: Pick<Judgement, "agreementId" | "agreed" | "tolerance">,
): Judgement {
  const actual = sharesOf(counts).feature;
  const chance = chanceBand(agreed, items);
  return {
    agreementId,
    items,
    actual,
    agreed,
    tolerance,
    difference: actual === null ? null : actual - agreed,
    place: placeOf({ actual, agreed, tolerance, items, chance }),
    chance,
  };
}

function placeOf({
  actual,
  agreed,
  tolerance,
  items,
  chance,
}: Pick<Judgement, "actual" | "agreed" | "tolerance" | "items" | "chance">): DriftPlace {
  if (actual === null || chance === null) return "too_few";
  if (Math.abs(actual - agreed) <= tolerance + rounding) {
    return items < fewItems ? "too_few" : "inside";
  }
  if (actual >= chance.least - rounding && actual <= chance.most + rounding) return "too_few";
  return actual < agreed ? "below" : "above";
}

/** The later half of the buckets against the earlier; of a stock, the last against the first. */
function directionOf(
  counted: Counted[],
  { shares }: Target,
  measure: Measure,
): DriftDirection | null {
  const half = measure === "open" ? 1 : Math.floor(counted.length / 2);
  if (counted.length < 2) return null;
  const [before, after] = [
    merged(counted.slice(0, half)),
    merged(counted.slice(measure === "open" ? -1 : half)),
  ];
  const [then, now] = [sharesOf(before.counts).feature, sharesOf(after.counts).feature];
  if (then === null || now === null || Math.min(before.items, after.items) < fewItems) return null;
  const agreed = shares.feature ?? 0;
  const further = Math.abs(now - agreed) - Math.abs(then - agreed);
  if (Math.abs(further) < steadyWithin - rounding) return "steady";
  return further > 0 ? "moving_away" : "approaching";
}

function toReturnOf(
  { counts }: Counted,
  { shares, tolerance }: Target,
  place: DriftPlace,
): ToReturn | null {
  const among = classifiedOf(counts);
  const agreed = shares.feature ?? 0;
  const whole = (amount: number) => Math.ceil(amount - rounding);
  switch (place) {
    case "below": {
      const least = Math.max(0, agreed - tolerance);
      return { category: "feature", more: whole(least * among - counts.feature), among };
    }
    case "above": {
      const most = Math.min(1, agreed + tolerance);
      const category = mostLacking(counts, shares);
      return { category, more: whole(counts.feature - most * among), among };
    }
    default:
      return null;
  }
}

/** The category furthest under what was agreed for it; `upkeep` where none was. */
function mostLacking(counts: Counts, agreed: Target["shares"]): ToReturn["category"] {
  const actual = sharesOf(counts);
  const lacking = (["maintenance", "rewrite", "tech_debt"] as const)
    .flatMap((category) => {
      const [wanted, is] = [agreed[category], actual[category]];
      return wanted === null || is === null ? [] : [{ category, by: wanted - is }];
    })
    .sort((a, b) => b.by - a.by);
  return lacking.at(0)?.category ?? "upkeep";
}

export function merged(counted: Counted[]): Counted {
  const none: Counts = { feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0, unclassified: 0 };
  return counted.reduce<Counted>(
    (sum, { counts, items }) => ({
      counts: {
        feature: sum.counts.feature + counts.feature,
        maintenance: sum.counts.maintenance + counts.maintenance,
        rewrite: sum.counts.rewrite + counts.rewrite,
        tech_debt: sum.counts.tech_debt + counts.tech_debt,
        unclassified: sum.counts.unclassified + counts.unclassified,
      },
      items: sum.items + items,
    }),
    { counts: none, items: 0 },
  );
}
