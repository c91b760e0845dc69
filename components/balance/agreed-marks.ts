import { bandOf, distanceOf } from "@/components/agreements/target-words";
import { type PlacedBand, type PlacedGap, placeDays } from "@/components/charts/place-bands";
import { wholePercent } from "@/components/ui/format";
import type { Balance } from "@/lib/contracts/balance";
import { targetOf } from "@/lib/contracts/balance-figures";
import { targetWords } from "./agreed-words";

type Agreed = Pick<Balance, "buckets" | "targets" | "drift">;

/** What was agreed for the days of a chart, as bands with their names. */
export function agreedBands(
  { buckets, targets }: Agreed,
  form: "bars" | "areas",
  locale: string,
): PlacedBand[] {
  return targets.flatMap((target) => {
    const place = placeDays(target, buckets, form);
    const agreed = { feature: target.shares.feature ?? 0, tolerance: target.tolerance };
    const what = target.exception ? `${target.stage}, exception` : target.stage;
    const name = `${what} ${targetWords(agreed, locale)}`;
    return place ? [{ ...place, ...bandOf(target), name }] : [];
  });
}

/**
 * The whole buckets whose share lies outside what was agreed. Surely so where chance does not explain
 * it; else with what chance alone would leave so few items.
 */
export function agreedGaps(balance: Agreed, form: "bars" | "areas"): PlacedGap[] {
  const judged = new Map(balance.drift?.periods.map((period) => [period.start, period]));
  return balance.buckets.flatMap((bucket) => {
    const target = targetOf(bucket, balance);
    const place = placeDays({ from: bucket.start, to: bucket.end }, balance.buckets, form);
    const seam = bucket.shares.feature;
    const period = judged.get(bucket.start);
    if (!target || !place || !period || seam === null) return [];
    const { least, most } = bandOf(target);
    const distance = distanceOf({ ...period, actual: seam });
    if (distance < 1e-9) return [];
    const isBelow = seam < period.agreed;
    const isSure = period.place === "below" || period.place === "above";
    return [
      {
        ...place,
        seam,
        edge: isBelow ? least : most,
        name: isSure ? gapName(distance, isBelow) : null,
        chance: isSure ? null : period.chance,
      },
    ];
  });
}

/** Points under or over the band: `−7`. */
function gapName(distance: number, isBelow: boolean): string {
  const points = wholePercent(distance);
  return `${isBelow ? "−" : "+"}${points === 0 ? "<1" : points}`;
}
