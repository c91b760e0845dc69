import type { PlotArea } from "@/components/charts/plot";
import { bandOf } from "@/components/charts/scale";
import type { StockRange } from "@/lib/domain/forecast";

type ForecastBandProps = { ranges: StockRange[]; top: number; area: PlotArea; color: string };

/** The middle run as a strong line, eight of ten runs as a band with dashed edges. */
export function ForecastBand({ ranges, top, area, color }: ForecastBandProps) {
  const points = (of: keyof StockRange) =>
    ranges.map((range, index) => {
      const { from, to } = bandOf(index, ranges.length, "bars");
      const x = area.left + (area.width * (from + to)) / 2;
      return `${tenth(x)} ${tenth(area.top + area.height * (1 - range[of] / top))}`;
    });
  const [low, middle, high] = [points("p10"), points("p50"), points("p90")];
  const bottom = area.top + area.height;
  return (
    <>
      <path
        data-testid="forecast-band"
        d={`M${high.join("L")}L${low.toReversed().join("L")}Z`}
        fill={color}
        fillOpacity={0.18}
      />
      <g fill="none" stroke={color}>
        <path d={`M${high.join("L")}M${low.join("L")}`} strokeWidth={1.5} strokeDasharray="5 3" />
        <path d={`M${middle.join("L")}`} strokeWidth={3} />
      </g>
      <path d={`M${area.left} ${bottom}h${area.width}`} stroke="var(--mantine-color-dimmed)" />
    </>
  );
}

function tenth(pixel: number): string {
  return String(Math.round(pixel * 10) / 10);
}
