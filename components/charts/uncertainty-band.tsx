"use client";

import { useId } from "react";
import { DefaultZIndexes, usePlotArea, ZIndexLayer } from "recharts";
import { bandOf } from "./scale";

type UncertaintyBandProps = {
  bands: ({ least: number; most: number } | null)[];
  form: "bars" | "areas";
  top: number;
};

/** Between where the seam may come to lie: hatched, with a dashed line at either end. */
export function UncertaintyBand({ bands, form, top }: UncertaintyBandProps) {
  const pattern = useId().replaceAll(/[^\w]/g, "");
  const plot = usePlotArea();
  if (!plot || bands.every((band) => band === null)) return null;
  const heightOf = (value: number) => plot.y + plot.height * (1 - value / top);
  const stretches = bands.flatMap((band, index) => {
    if (band === null) return [];
    const { from, to } = bandOf(index, bands.length, form);
    const left = plot.x + from * plot.width;
    const right = plot.x + to * plot.width;
    return [{ left, right, upper: heightOf(band.most), lower: heightOf(band.least) }];
  });
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.line}>
      <pattern id={pattern} width={7} height={7} patternUnits="userSpaceOnUse">
        <rect width={7} height={7} fill="var(--surface)" fillOpacity={0.62} />
        <path d="M-1 1 1 -1M-1 8 8 -1M6 8 8 6" stroke="var(--ink)" strokeOpacity={0.7} />
      </pattern>
      {stretches.map(({ left, right, upper, lower }) => (
        <g key={left} data-testid="uncertain">
          <rect
            x={left}
            y={upper}
            width={right - left}
            height={lower - upper}
            fill={`url(#${pattern})`}
          />
          <path
            d={`M${left} ${upper}H${right}M${left} ${lower}H${right}`}
            stroke="var(--ink)"
            strokeWidth={1.5}
            strokeDasharray="5 3"
          />
        </g>
      ))}
    </ZIndexLayer>
  );
}
