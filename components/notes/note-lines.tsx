"use client";

import { type PlotBox, PlotLayer } from "@/components/charts/plot-layer";
import type { Note } from "@/lib/contracts/notes";
import { noteMarks } from "./note-marks";
import { markName } from "./note-words";

type NoteLinesProps = {
  notes: Note[];
  buckets: { start: string; end: string }[];
  form: "bars" | "areas";
};

/** A ▲ under the axis for each note, its number above it. Draws only: the buttons lie over it. */
export function NoteLines(props: NoteLinesProps) {
  return <PlotLayer place="above">{(plot) => <Marks {...props} plot={plot} />}</PlotLayer>;
}

function Marks({ notes, buckets, form, plot }: NoteLinesProps & { plot: PlotBox }) {
  const bottom = plot.y + plot.height;
  return (
    <>
      {noteMarks(notes, { buckets, form, width: plot.width }).map((mark) => {
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
