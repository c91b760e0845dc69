"use client";

import { DefaultZIndexes, usePlotArea, ZIndexLayer } from "recharts";
import { bandOf } from "./scale";
import { seamPath } from "./seam-path";

type SeamLineProps = { seams: (number | null)[]; form: "bars" | "areas"; top: number };

/** The strong line between the first series and everything above it. */
export function SeamLine({ seams, form, top }: SeamLineProps) {
  const plot = usePlotArea();
  if (!plot || seams.every((seam) => seam === null)) return null;
  const steps = seams.map((seam, index) => {
    const band = bandOf(index, seams.length, form);
    return seam === null
      ? null
      : {
          from: plot.x + band.from * plot.width,
          to: plot.x + band.to * plot.width,
          y: plot.y + plot.height * (1 - seam / top),
        };
  });
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.line + 1}>
      <g fill="none" stroke="var(--ink)" strokeLinejoin="round">
        <path d={seamPath(steps, "joined")} strokeWidth={form === "bars" ? 1 : 1.75} />
        {form === "bars" ? (
          <>
            <path d={seamPath(steps, "treads")} stroke="var(--surface)" strokeWidth={5} />
            <path d={seamPath(steps, "treads")} strokeWidth={3} />
          </>
        ) : null}
      </g>
    </ZIndexLayer>
  );
}
