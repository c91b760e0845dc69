"use client";

import type { PlacedBand, PlacedGap } from "./place-bands";
import type { PlotBox } from "./plot-layer";

type AgreedBandProps = {
  plot: PlotBox;
  place: "below" | "above";
  bands: PlacedBand[];
  gaps: PlacedGap[];
  top: number;
};

/** Room that a name needs, in pixels of width. */
const gapNameWidth = 34;
const letterWidth = 7;

/**
 * What was agreed, as a band across the picture with its name; the gap to the seam, with its size.
 * Where chance may explain the gap it is faint, with a whisker of what chance would do.
 */
export function AgreedBand({ place, ...props }: AgreedBandProps) {
  return place === "below" ? <Shapes {...props} /> : <Names {...props} />;
}

type PartProps = Omit<AgreedBandProps, "place">;

function scaleOf({ plot, top }: Pick<PartProps, "plot" | "top">) {
  return {
    xOf: (part: number) => plot.x + plot.width * part,
    yOf: (value: number) => plot.y + plot.height * (1 - value / top),
  };
}

function Shapes({ plot, bands, gaps, top }: PartProps) {
  const { xOf, yOf } = scaleOf({ plot, top });
  return (
    <>
      {gaps.map(({ from, to, seam, edge, name }) => (
        <rect
          key={from}
          data-testid={name === null ? "perhaps-outside" : "outside-band"}
          x={xOf(from)}
          y={yOf(Math.max(seam, edge))}
          width={xOf(to) - xOf(from)}
          height={Math.max(1, Math.abs(yOf(seam) - yOf(edge)))}
          fill="var(--ink)"
          fillOpacity={name === null ? 0.1 : 0.3}
        />
      ))}
      {bands.map(({ from, to, least, most }) => (
        <Edges key={from} left={xOf(from)} right={xOf(to)} upper={yOf(most)} lower={yOf(least)} />
      ))}
    </>
  );
}

function Names({ plot, bands, gaps, top }: PartProps) {
  const { xOf, yOf } = scaleOf({ plot, top });
  return (
    <>
      {gaps.map(({ from, to, chance }) => {
        if (!chance) return null;
        const middle = xOf((from + to) / 2);
        const half = Math.min(5, (xOf(to) - xOf(from)) / 4);
        const [upper, lower] = [yOf(chance.most), yOf(chance.least)];
        const whisker = `M${middle} ${upper}V${lower}M${middle - half} ${upper}h${2 * half}M${middle - half} ${lower}h${2 * half}`;
        return (
          <g key={from} fill="none">
            <path d={whisker} stroke="var(--surface)" strokeWidth={3} />
            <path d={whisker} stroke="var(--ink)" strokeWidth={1} />
          </g>
        );
      })}
      {gaps.map(({ from, to, seam, edge, name }) =>
        name !== null && xOf(to) - xOf(from) >= gapNameWidth ? (
          <Name
            key={from}
            x={xOf((from + to) / 2)}
            y={(yOf(seam) + yOf(edge)) / 2 + 4}
            anchor="middle"
          >
            {name}
          </Name>
        ) : null,
      )}
      {bands.map(({ from, to, most, name }) => {
        const isNarrow = xOf(to) - xOf(from) < name.length * letterWidth;
        return (
          <g key={from} data-testid="agreed-band">
            <Name
              x={isNarrow ? xOf(to) - 4 : xOf(from) + 4}
              y={yOf(most) - 5}
              anchor={isNarrow ? "end" : "start"}
            >
              {name}
            </Name>
          </g>
        );
      })}
    </>
  );
}

type EdgesProps = { left: number; right: number; upper: number; lower: number };

function Edges({ left, right, upper, lower }: EdgesProps) {
  const lines = `M${left} ${upper}H${right}M${left} ${lower}H${right}`;
  return (
    <g>
      <rect
        x={left}
        y={upper}
        width={Math.max(1, right - left)}
        height={Math.max(1, lower - upper)}
        fill="var(--surface)"
        fillOpacity={0.3}
      />
      <path d={lines} stroke="var(--surface)" strokeWidth={4} />
      <path d={lines} stroke="var(--ink)" strokeWidth={1.75} strokeDasharray="7 4" />
    </g>
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
