"use client";

import type { ReactNode } from "react";
import { DefaultZIndexes, usePlotArea, ZIndexLayer } from "recharts";

/** Where the picture lies inside its box, in pixels. */
export type PlotBox = { x: number; y: number; width: number; height: number };

type PlotLayerProps = {
  /** Below the seam, or above everything. */
  place: "below" | "above";
  children: (plot: PlotBox) => ReactNode;
};

/** A layer of a stacked picture for what is loaded later: its code then needs no chart library. */
export function PlotLayer({ place, children }: PlotLayerProps) {
  const plot = usePlotArea();
  if (!plot) return null;
  const zIndex = DefaultZIndexes.line + (place === "below" ? 0 : 2);
  return <ZIndexLayer zIndex={zIndex}>{children(plot)}</ZIndexLayer>;
}
