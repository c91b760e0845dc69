"use client";

import { useElementSize } from "@mantine/hooks";
import {
  Area,
  Bar,
  type BarShapeProps,
  CartesianGrid,
  ComposedChart,
  XAxis,
  YAxis,
} from "recharts";
import { BarSegment } from "./bar-segment";
import { RunningVeil } from "./running-veil";
import { plotMargin } from "./scale";
import { SeamLine } from "./seam-line";
import { UncertaintyBand } from "./uncertainty-band";

/** Comes with the picture, for layers that know no chart library. */
export { PlotLayer } from "./plot-layer";

export type StackedRow<K extends string> = Record<K, number> & {
  start: string;
  complete: boolean;
  seam: number | null;
  band: { least: number; most: number } | null;
  weight: number;
};

/** How one series is painted; null leaves its stretch of the stack empty. */
export type SeriesPaint = { fill: string; stroke: string } | null;

export type StackedPictureProps<K extends string> = {
  rows: StackedRow<K>[];
  /** Bottom to top. */
  order: readonly K[];
  paint: (key: K) => SeriesPaint;
  form: "bars" | "areas";
  top: number;
  ticks: number[];
  formatTick: (value: number) => string;
  /** The buckets named under the axis, for a plot of `width` pixels. */
  axisOf: (width: number) => { start: string; name: string }[];
  children?: React.ReactNode;
};

const tick = { fill: "var(--mantine-color-dimmed)", fontSize: 12 };

/** A stack of finished rows over time. Draws only: reading and clicking are the frame's around it. */
export function StackedPicture<K extends string>(props: StackedPictureProps<K>) {
  const { rows, order, form, top, ticks, formatTick, axisOf, children } = props;
  const { left, ...margin } = plotMargin;
  const { ref, width, height } = useElementSize();
  const axis = axisOf(width - plotMargin.left - plotMargin.right);
  return (
    <div ref={ref} style={{ height: "100%" }}>
      {width > 0 ? (
        <ComposedChart
          width={width}
          height={height}
          data={rows}
          margin={{ ...margin, left: 0, bottom: 0 }}
          accessibilityLayer={false}
          barCategoryGap={rows.length > 24 ? "8%" : "16%"}
        >
          {children}
          <CartesianGrid vertical={false} syncWithTicks stroke="var(--line)" />
          <XAxis
            dataKey="start"
            height={plotMargin.bottom}
            tick={tick}
            tickLine={false}
            axisLine={{ stroke: "var(--mantine-color-dimmed)" }}
            ticks={axis.map(({ start }) => start)}
            tickFormatter={(start) => axis.find((one) => one.start === start)?.name ?? ""}
            interval={0}
          />
          <YAxis
            width={left}
            domain={[0, top]}
            ticks={ticks}
            // All of them: to choose among them, it would measure each in the page.
            interval={0}
            allowDataOverflow
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickFormatter={formatTick}
          />
          {order.map((key) => (form === "bars" ? barOf(key, props) : areaOf(key, props)))}
          {form === "areas" ? <RunningVeil complete={rows.map((row) => row.complete)} /> : null}
          <UncertaintyBand bands={rows.map((row) => row.band)} form={form} top={top} />
          <SeamLine seams={rows.map((row) => row.seam)} form={form} top={top} />
        </ComposedChart>
      ) : null}
    </div>
  );
}

function barOf<K extends string>(key: K, { paint, rows }: StackedPictureProps<K>) {
  const look = paint(key);
  const shape = (bar: BarShapeProps) => {
    const row = rows[bar.index];
    return look && row ? (
      <BarSegment x={bar.x} y={bar.y} width={bar.width} height={bar.height} row={row} {...look} />
    ) : (
      <g />
    );
  };
  return <Bar key={key} dataKey={key} stackId="stack" shape={shape} isAnimationActive={false} />;
}

function areaOf<K extends string>(key: K, { paint }: StackedPictureProps<K>) {
  const look = paint(key);
  return (
    <Area
      key={key}
      dataKey={key}
      stackId="stack"
      type="step"
      fill={look?.fill ?? "none"}
      fillOpacity={1}
      stroke={look?.stroke ?? "none"}
      strokeWidth={look ? 0.75 : 0}
      activeDot={false}
      isAnimationActive={false}
    />
  );
}
