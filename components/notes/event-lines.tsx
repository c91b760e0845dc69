"use client";

import { type PlotBox, PlotLayer } from "@/components/charts/plot-layer";
import type { ChartEvent } from "./chart-events";
import { eventMarks } from "./event-marks";
import { markName } from "./event-words";

type EventLinesProps = {
  events: ChartEvent[];
  buckets: { start: string; end: string }[];
  form: "bars" | "areas";
};

/** A ▲ under the axis for each event, its number above it. Draws only: the buttons lie over it. */
export function EventLines(props: EventLinesProps) {
  return <PlotLayer place="above">{(plot) => <Marks {...props} plot={plot} />}</PlotLayer>;
}

function Marks({ events, buckets, form, plot }: EventLinesProps & { plot: PlotBox }) {
  const bottom = plot.y + plot.height;
  return (
    <>
      {eventMarks(events, { buckets, form, width: plot.width }).map((mark) => {
        const x = plot.x + mark.at * plot.width;
        const name = markName(mark);
        const width = 10 + 7 * name.length;
        return (
          <g key={mark.first} data-testid="note-mark">
            <path
              d={`M${x} ${plot.y}V${bottom}`}
              stroke="var(--ink)"
              strokeOpacity={0.5}
              strokeDasharray="2 3"
            />
            <path d={`M${x} ${bottom}l5 8h-10Z`} fill="var(--ink)" />
            <rect
              x={x - width / 2}
              y={bottom - 19}
              width={width}
              height={17}
              rx={3}
              fill="var(--surface)"
              stroke="var(--ink)"
            />
            <text
              x={x}
              y={bottom - 6}
              textAnchor="middle"
              fontSize={12}
              fontWeight={600}
              fill="var(--ink)"
            >
              {name}
            </text>
          </g>
        );
      })}
    </>
  );
}
