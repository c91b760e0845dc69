"use client";

import { DefaultZIndexes, usePlotArea, ZIndexLayer } from "recharts";
import type { PlacedBand } from "./place-bands";

type AgreedBandProps = {
  bands: PlacedBand[];
  /** Stretches where the seam lies outside its band: from the seam to the band's nearer edge. */
  gaps: { from: number; to: number; seam: number; edge: number; name: string }[];
  top: number;
};

/** Room that a name needs, in pixels of width. */
const gapNameWidth = 46;
const bandNameWidth = 7;

/** What was agreed, as a band across the picture with its name; the gap to the seam, with its size. */
export function AgreedBand({ bands, gaps, top }: AgreedBandProps) {
  const plot = usePlotArea();
  if (!plot) return null;
  const xOf = (part: number) => plot.x + plot.width * part;
  const yOf = (value: number) => plot.y + plot.height * (1 - value / top);
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.line + 2}>
      {gaps.map(({ from, to, seam, edge, name }) => {
        const [upper, lower] = [yOf(Math.max(seam, edge)), yOf(Math.min(seam, edge))];
        const width = xOf(to) - xOf(from);
        return (
          <g key={from} data-testid="outside-band">
            <rect
              x={xOf(from)}
              y={upper}
              width={width}
              height={Math.max(1, lower - upper)}
              fill="var(--ink)"
              fillOpacity={0.32}
            />
            {width >= gapNameWidth ? (
              <Name x={xOf((from + to) / 2)} y={(upper + lower) / 2 + 4} anchor="middle">
                {name}
              </Name>
            ) : null}
          </g>
        );
      })}
      {bands.map(({ from, to, least, most, name }) => {
        const [left, right, upper, lower] = [xOf(from), xOf(to), yOf(most), yOf(least)];
        const isAtTheEnd = right - left < name.length * bandNameWidth;
        return (
          <g key={from} data-testid="agreed-band">
            <rect
              x={left}
              y={upper}
              width={Math.max(1, right - left)}
              height={Math.max(1, lower - upper)}
              fill="var(--surface)"
              fillOpacity={0.35}
            />
            <path
              d={`M${left} ${upper}H${right}M${left} ${lower}H${right}`}
              stroke="var(--surface)"
              strokeWidth={4}
            />
            <path
              d={`M${left} ${upper}H${right}M${left} ${lower}H${right}`}
              stroke="var(--ink)"
              strokeWidth={1.75}
              strokeDasharray="7 4"
            />
            <Name
              x={isAtTheEnd ? right - 4 : left + 4}
              y={upper - 5}
              anchor={isAtTheEnd ? "end" : "start"}
            >
              {name}
            </Name>
          </g>
        );
      })}
    </ZIndexLayer>
  );
}

type NameProps = { x: number; y: number; anchor: "start" | "middle" | "end"; children: string };

/** Legible on any pattern: with a rim of the surface. */
function Name({ x, y, anchor, children }: NameProps) {
  return (
    <text
      x={x}
      y={y}
      textAnchor={anchor}
      fontSize={12}
      fontWeight={600}
      fill="var(--ink)"
      stroke="var(--surface)"
      strokeWidth={4}
      paintOrder="stroke"
    >
      {children}
    </text>
  );
}
