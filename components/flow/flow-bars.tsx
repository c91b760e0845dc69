import type { PlotArea } from "@/components/charts/plot";
import { bandOf } from "@/components/charts/scale";
import { stepArea } from "@/components/charts/step-area";
import { categoryColor } from "@/components/ui/category-style";
import type { FlowBucket } from "@/lib/contracts/flow";
import type { ChartedCategory } from "@/lib/domain/category";

/** Narrower than this, in pixels, bars become slivers, and one joined shape reads better. */
const leastBar = 3;

type FlowBarsProps = {
  buckets: FlowBucket[];
  category: ChartedCategory;
  /** The count at either end of the scale. */
  top: number;
  area: PlotArea;
  /** What is done is filled with. */
  fill: string;
};

/** What was opened above the middle line, outlined; what was done below it, filled. */
export function FlowBars({ buckets, category, top, area, fill }: FlowBarsProps) {
  const middle = area.top + area.height / 2;
  const width = area.width / buckets.length;
  const form = width < leastBar ? "joined" : "apart";
  const shapeOf = (measure: "opened" | "done", complete: boolean) => {
    const steps = buckets.map((bucket, index) => {
      const count = bucket.categories[category][measure];
      if (count === 0 || bucket.complete !== complete) return null;
      const { from, to } = bandOf(index, buckets.length, "bars");
      const size = (count / top) * (area.height / 2);
      return {
        from: area.left + from * area.width,
        to: area.left + to * area.width,
        y: measure === "opened" ? middle - size : middle + size,
      };
    });
    return stepArea(steps, middle, form, width > 8 ? 2 : 0);
  };
  const stroke = categoryColor(category);
  return (
    <>
      {[true, false].map((complete) => (
        <g
          key={String(complete)}
          stroke={stroke}
          strokeDasharray={complete ? undefined : "3 3"}
          fillOpacity={complete ? 1 : 0.45}
        >
          <path d={shapeOf("opened", complete)} fill="var(--surface)" strokeWidth={1.5} />
          <path d={shapeOf("done", complete)} fill={fill} strokeWidth={1} />
        </g>
      ))}
      <path d={`M${area.left} ${middle}h${area.width}`} stroke="var(--ink)" />
    </>
  );
}
