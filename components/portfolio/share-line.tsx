import { bandOf } from "@/components/charts/scale";
import { seamPath } from "@/components/charts/seam-path";
import type { BalanceBucket } from "@/lib/contracts/balance";

const width = 140;
const height = 32;

/** The feature share by bucket, from 0 to 100 %, broken where there is none; dashed where not whole. */
export function ShareLine({ buckets }: { buckets: BalanceBucket[] }) {
  const pathOf = (complete: boolean) =>
    seamPath(
      buckets.map((bucket, index) => {
        const { feature } = bucket.shares;
        if (feature === null || bucket.complete !== complete) return null;
        const { from, to } = bandOf(index, buckets.length, "bars");
        return { from: from * width, to: to * width, y: 2 + (height - 4) * (1 - feature) };
      }),
      "joined",
    );
  return (
    <svg width={width} height={height} aria-hidden="true">
      <path
        d={`M0 2H${width}M0 ${height / 2}H${width}M0 ${height - 2}H${width}`}
        stroke="var(--line)"
      />
      <g fill="none" stroke="var(--ink)" strokeWidth={2} strokeLinejoin="round">
        <path d={pathOf(true)} />
        <path d={pathOf(false)} strokeDasharray="3 2" strokeOpacity={0.7} />
      </g>
    </svg>
  );
}
