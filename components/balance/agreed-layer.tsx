"use client";

import { bandOf, distanceOf } from "@/components/agreements/target-words";
import { AgreedBand } from "@/components/charts/agreed-band";
import { placeDays } from "@/components/charts/place-bands";
import { wholePercent } from "@/components/ui/format";
import type { Balance } from "@/lib/contracts/balance";
import { targetOf, targetWords } from "./agreed-words";

type AgreedLayerProps = { balance: Balance; form: "bars" | "areas"; top: number; locale: string };

/** What was agreed for the days of the chart, and where the seam lies outside of it. */
export function AgreedLayer({ balance, form, top, locale }: AgreedLayerProps) {
  const { buckets, targets } = balance;
  const bands = targets.flatMap((target) => {
    const place = placeDays(target, buckets, form);
    const agreed = { feature: target.shares.feature ?? 0, tolerance: target.tolerance };
    const name = `${target.stage}${target.exception ? ", exception" : ""} ${targetWords(agreed, locale)}`;
    return place ? [{ ...place, ...bandOf(target), name }] : [];
  });
  const gaps = buckets.flatMap((bucket) => {
    const target = targetOf(bucket, balance);
    const place = target && placeDays({ from: bucket.start, to: bucket.end }, buckets, form);
    const seam = bucket.shares.feature;
    if (!target || !place || seam === null || !bucket.complete) return [];
    const { least, most } = bandOf(target);
    const agreed = target.shares.feature ?? 0;
    const distance = distanceOf({ actual: seam, agreed, tolerance: target.tolerance });
    if (distance <= 0.005) return [];
    const sign = seam < least ? "−" : "+";
    const name = `${sign}${wholePercent(distance)}`;
    return [{ ...place, seam, edge: seam < least ? least : most, name }];
  });
  return <AgreedBand bands={bands} gaps={gaps} top={top} />;
}
