"use client";

import { DefaultZIndexes, usePlotArea, ZIndexLayer } from "recharts";
import { bandOf } from "./scale";

/** Lightens the stretches of an area chart whose buckets are not whole, behind a dashed edge. */
export function RunningVeil({ complete }: { complete: boolean[] }) {
  const plot = usePlotArea();
  if (!plot) return null;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.area + 1}>
      {complete.map((whole, index) => {
        if (whole) return null;
        const band = bandOf(index, complete.length, "areas");
        const left = plot.x + band.from * plot.width;
        const width = (band.to - band.from) * plot.width;
        const edge = index === 0 ? left + width : left;
        return (
          <g key={band.from}>
            <rect
              x={left}
              y={plot.y}
              width={width}
              height={plot.height}
              fill="var(--surface)"
              fillOpacity={0.55}
            />
            <path
              d={`M${edge} ${plot.y}V${plot.y + plot.height}`}
              stroke="var(--mantine-color-dimmed)"
              strokeDasharray="3 3"
            />
          </g>
        );
      })}
    </ZIndexLayer>
  );
}
