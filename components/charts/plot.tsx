"use client";

import { useElementSize } from "@mantine/hooks";
import type { ReactNode } from "react";
import { bandOf, plotMargin } from "./scale";

/** Where the picture lies inside its box, in pixels. */
export type PlotArea = { left: number; top: number; width: number; height: number };

type PlotProps = {
  /** How many buckets share the width. */
  count: number;
  /** Lines across, 0 at the bottom to 1. */
  ticks: { at: number; name: string }[];
  /** The buckets named under the axis, for a plot of `width` pixels. */
  axisOf: (width: number) => { index: number; name: string }[];
  children: (area: PlotArea) => ReactNode;
};

const text = { fill: "var(--mantine-color-dimmed)", fontSize: 12 };
/** Half of the widest name under the axis: one that is nearer to the edge ends there. */
const halfName = 32;

/** The frame of a small picture over buckets. Draws only: reading is the cursor frame's around it. */
export function Plot({ count, ticks, axisOf, children }: PlotProps) {
  const { ref, width: outer, height: tall } = useElementSize();
  const { left, top, right, bottom } = plotMargin;
  const area = { left, top, width: outer - left - right, height: tall - top - bottom };
  const { width, height } = area;
  return (
    <div ref={ref} style={{ height: "100%" }}>
      {width > 0 && height > 0 ? (
        <svg width={outer} height={tall} aria-hidden="true" style={{ display: "block" }}>
          {ticks.map(({ at, name }) => {
            const y = top + height * (1 - at);
            return (
              <g key={name + at}>
                <path d={`M${left} ${y}h${width}`} stroke="var(--line)" />
                <text {...text} x={left - 6} y={y + 4} textAnchor="end">
                  {name}
                </text>
              </g>
            );
          })}
          {children(area)}
          {axisOf(width).map(({ index, name }) => {
            const { from, to } = bandOf(index, count, "bars");
            const middle = left + (width * (from + to)) / 2;
            const isLast = middle + halfName > outer;
            return (
              <text
                {...text}
                key={index}
                x={isLast ? outer : middle}
                y={tall - 8}
                textAnchor={isLast ? "end" : "middle"}
              >
                {name}
              </text>
            );
          })}
        </svg>
      ) : null}
    </div>
  );
}
