import { type ChartRow, stackOrder } from "@/components/balance/chart-rows";
import { barsPath } from "@/components/charts/bars-path";
import type { PlotArea } from "@/components/charts/plot";
import { bandOf } from "@/components/charts/scale";
import { seamPath } from "@/components/charts/seam-path";
import { patternId } from "@/components/ui/category-patterns";
import { categoryColor } from "@/components/ui/category-style";
import { type ChartedCategory, chartedCategories } from "@/lib/domain/category";

type SplitSeamProps = {
  rows: ChartRow[];
  /** The value at the upper end of the scale. */
  top: number;
  area: PlotArea;
  /** Whose patterns fill the bars. */
  scope: string;
};

/** Stacked bars with the seam above feature; those that are not whole are lighter and dashed. */
export function SplitSeam({ rows, top, area, scope }: SplitSeamProps) {
  const heightOf = (value: number) => area.top + area.height * (1 - value / top);
  const shapeOf = (category: ChartedCategory, complete: boolean) =>
    barsPath(
      rows.flatMap((row, index) => {
        if (row.complete !== complete) return [];
        const { from, to } = bandOf(index, rows.length, "bars");
        const width = Math.max(1, (to - from) * area.width * row.weight * 0.86);
        const middle = area.left + ((from + to) / 2) * area.width;
        const below = bottomOf(row, category);
        return [
          {
            left: middle - width / 2,
            right: middle + width / 2,
            bottom: heightOf(below),
            top: heightOf(below + row[category]),
          },
        ];
      }),
    );
  const seam = seamPath(
    rows.map((row, index) => {
      if (row.seam === null) return null;
      const { from, to } = bandOf(index, rows.length, "bars");
      const place = (part: number) => area.left + part * area.width;
      return { from: place(from), to: place(to), y: heightOf(row.seam) };
    }),
    "joined",
  );
  return (
    <>
      {chartedCategories.map((category) => (
        <g
          key={category}
          fill={`url(#${patternId(scope, category)})`}
          stroke={categoryColor(category)}
        >
          <path d={shapeOf(category, true)} />
          <path d={shapeOf(category, false)} fillOpacity={0.45} strokeDasharray="3 3" />
        </g>
      ))}
      <path d={seam} fill="none" stroke="var(--surface)" strokeWidth={4} />
      <path d={seam} fill="none" stroke="var(--ink)" strokeWidth={2} strokeLinejoin="round" />
    </>
  );
}

function bottomOf(row: ChartRow, category: ChartedCategory): number {
  const below = stackOrder.slice(0, stackOrder.indexOf(category));
  return below.reduce((sum, key) => sum + row[key], 0);
}
