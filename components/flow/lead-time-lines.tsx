import type { DurationScale } from "@/components/charts/duration-scale";
import type { PlotArea } from "@/components/charts/plot";
import { bandOf } from "@/components/charts/scale";
import { seamPath } from "@/components/charts/seam-path";
import { categoryColor } from "@/components/ui/category-style";
import type { FlowBucket } from "@/lib/contracts/flow";
import type { ChartedCategory } from "@/lib/domain/category";

type LeadTimeLinesProps = {
  buckets: FlowBucket[];
  category: ChartedCategory;
  scale: DurationScale;
  area: PlotArea;
};

/** The median as a strong line, the 85th percentile as a dashed one; broken where nothing was done. */
export function LeadTimeLines({ buckets, category, scale, area }: LeadTimeLinesProps) {
  const pathOf = (percentile: "medianDays" | "p85Days", complete: boolean) =>
    seamPath(
      buckets.map((bucket, index) => {
        const days = bucket.categories[category].leadTime[percentile];
        if (days === null || bucket.complete !== complete) return null;
        const { from, to } = bandOf(index, buckets.length, "bars");
        return {
          from: area.left + from * area.width,
          to: area.left + to * area.width,
          y: area.top + area.height * (1 - scale.heightOf(days)),
        };
      }),
      "joined",
    );
  const bottom = area.top + area.height;
  return (
    <>
      <path d={`M${area.left} ${bottom}h${area.width}`} stroke="var(--mantine-color-dimmed)" />
      {[true, false].map((complete) => (
        <g
          key={String(complete)}
          fill="none"
          stroke={categoryColor(category)}
          strokeOpacity={complete ? 1 : 0.5}
        >
          <path d={pathOf("medianDays", complete)} strokeWidth={3} />
          <path d={pathOf("p85Days", complete)} strokeWidth={1.5} strokeDasharray="5 3" />
        </g>
      ))}
    </>
  );
}
