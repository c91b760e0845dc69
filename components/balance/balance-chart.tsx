"use client";

import dynamic from "next/dynamic";
import { useId, useState } from "react";
import { CursorFrame } from "@/components/charts/cursor-frame";
import { seriesAt } from "@/components/charts/scale";
import type { StackedPictureProps } from "@/components/charts/stacked-picture";
import type { ChartEvent } from "@/components/notes/chart-events";
import { CategoryPatterns, patternId } from "@/components/ui/category-patterns";
import { categoryColor } from "@/components/ui/category-style";
import { formatAmount } from "@/components/ui/format";
import { numberFormat } from "@/components/ui/formatters";
import { useOpensItems } from "@/components/ui/opens-items";
import type { Balance, BalanceBucket } from "@/lib/contracts/balance";
import type { ChartView } from "@/lib/domain/balance";
import type { ChartedCategory } from "@/lib/domain/category";
import { axisTicks } from "./axis-ticks";
import classes from "./balance-chart.module.css";
import { type ChartRow, chartRows, chartScale, type StackKey, stackOrder } from "./chart-rows";
import { bucketSentence, CursorTable } from "./cursor-table";

/** Drawn once its box is measured: the page answers first, and then reads the library of charts. */
const StackedPicture = dynamic<StackedPictureProps<StackKey>>(
  () => import("@/components/charts/stacked-picture").then((module) => module.StackedPicture),
  { ssr: false },
);
const PlotLayer = dynamic(
  () => import("@/components/charts/stacked-picture").then((module) => module.PlotLayer),
  { ssr: false },
);
const EventLines = dynamic(
  () => import("@/components/notes/event-lines").then((module) => module.EventLines),
  { ssr: false },
);
// Without `ssr: false` it has no boundary of its own: the page would be gone while it is read.
const EventButtons = dynamic(
  () => import("@/components/notes/event-buttons").then((module) => module.EventButtons),
  { ssr: false },
);
const AgreedLayer = dynamic(() => import("./agreed-layer").then((module) => module.AgreedLayer), {
  ssr: false,
});

/** Above this many buckets bars become slivers, and a stepped area reads better. */
const mostBars = 80;
/** Room for a name under the axis and a gap, in pixels: `28 Sept`, or `22 Jan 2024` once a year. */
const axisNameWidth = { oneYear: 64, years: 90 };

type BalanceChartProps = {
  balance: Balance;
  view: ChartView;
  locale: string;
  /** What happened on these days, marked on the axis. */
  events: ChartEvent[];
  onOpen: (bucket: BalanceBucket, category: ChartedCategory | null) => void;
  /** Begins a note in a bucket; absent where none is written. */
  onNote?: (bucket: BalanceBucket) => void;
};

/** The balance over time: feature at the bottom, the seam above it, unclassified on top. */
export function BalanceChart(props: BalanceChartProps) {
  const { balance, view, locale, events, onOpen, onNote } = props;
  const scope = useId().replaceAll(/[^\w]/g, "");
  const opens = useOpensItems();
  const [cursor, setCursor] = useState<number | null>(null);
  const { buckets, bucket: size } = balance;
  const starts = buckets.map(({ start }) => start);
  const years = new Set(starts.map((start) => start.slice(0, 4))).size;
  const nameWidth = years > 1 ? axisNameWidth.years : axisNameWidth.oneYear;
  const rows = chartRows(buckets, view);
  const { top, ticks } = chartScale(rows, view);
  const form = buckets.length > mostBars ? "areas" : "bars";
  const current = cursor === null ? undefined : buckets[cursor];
  const choose = (index: number, height: number | null) => {
    const bucket = buckets[index];
    const row = rows[index];
    if (bucket && row) onOpen(bucket, height === null ? null : categoryAt(row, height * top));
  };
  const noteOn = (index: number) => {
    const bucket = buckets[index];
    if (bucket) onNote?.(bucket);
  };
  return (
    <div className={classes.picture}>
      <CursorFrame
        count={buckets.length}
        form={form}
        cursor={current ? cursor : null}
        onCursor={setCursor}
        onChoose={choose}
        {...(onNote && { onNote: noteOn })}
        label={`The balance by ${size}: arrow keys move${opens ? ", Enter opens the items" : ""}${onNote ? ", N writes a note" : ""}`}
        description={bucketSentence(current ?? buckets.at(-1), balance, locale)}
        panel={current ? <CursorTable bucket={current} balance={balance} locale={locale} /> : null}
      >
        <StackedPicture
          rows={rows}
          order={stackOrder}
          form={form}
          top={top}
          ticks={ticks}
          formatTick={tickFormat(view, locale)}
          axisOf={(width) => axisTicks(starts, size, Math.floor(width / nameWidth), locale)}
          paint={(key) => (key === "gap" ? null : paintOf(key, scope, form))}
        >
          <CategoryPatterns scope={scope} />
          {events.length > 0 ? <EventLines events={events} buckets={buckets} form={form} /> : null}
          {view === "shares" && balance.targets.length > 0
            ? (["below", "above"] as const).map((place) => (
                <PlotLayer key={place} place={place}>
                  {(plot) => <AgreedLayer {...{ plot, place, balance, form, top, locale }} />}
                </PlotLayer>
              ))
            : null}
        </StackedPicture>
      </CursorFrame>
      {events.length > 0 ? (
        <EventButtons events={events} buckets={buckets} form={form} locale={locale} />
      ) : null}
    </div>
  );
}

/** Neighbouring areas need no outline between them; a bar and the hatched lane do. */
function paintOf(category: ChartedCategory, scope: string, form: "bars" | "areas") {
  const outlined = form === "bars" || category === "unclassified";
  return {
    fill: `url(#${patternId(scope, category)})`,
    stroke: outlined ? categoryColor(category) : "none",
  };
}

function categoryAt(row: ChartRow, value: number): ChartedCategory | null {
  const key: StackKey | null = seriesAt(row, stackOrder, value);
  return key === "gap" ? null : key;
}

function tickFormat(view: ChartView, locale: string): (value: number) => string {
  if (view === "counts") return (value) => formatAmount(value, locale);
  const percent = numberFormat(locale, { style: "percent" });
  return (value) => percent.format(value);
}
