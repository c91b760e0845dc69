"use client";

import { Button } from "@mantine/core";
import { type RefObject, useState } from "react";
import type { ChartEvent } from "@/components/notes/chart-events";
import { eventLines } from "@/components/notes/event-words";
import { notify } from "@/components/ui/notify";
import type { Balance } from "@/lib/contracts/balance";
import type { ChartView } from "@/lib/domain/balance";
import { chartedCategories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import { legendNumber } from "./share-words";

type SavePictureButtonProps = {
  /** What holds the chart. */
  place: RefObject<HTMLElement | null>;
  title: string;
  balance: Balance;
  view: ChartView;
  locale: string;
  /** Those marked in the chart: the picture tells them under it. */
  events: ChartEvent[];
};

/** Saves the chart as it is seen, with its sentence and legend; the code comes with the first click. */
export function SavePictureButton(props: SavePictureButtonProps) {
  const { place, title, balance, view, locale, events } = props;
  const [busy, setBusy] = useState(false);
  const save = async () => {
    const chart = place.current?.querySelector<SVGSVGElement>("svg.recharts-surface");
    if (!chart) throw new Error("There is no chart on the page.");
    const { savePicture } = await import("@/components/charts/save-picture");
    const legend = chartedCategories.map((category) => ({
      fill: category,
      words: `${categoryWords[category].name} ${legendNumber(balance, view, category, locale)}`,
    }));
    const foot = eventLines(events, locale);
    await savePicture(chart, { title, legend, foot }, `balance-${balance.from}-${balance.to}.png`);
  };
  const click = () => {
    setBusy(true);
    save()
      .catch((error: unknown) => {
        const why = error instanceof Error ? error.message : "";
        return notify({ tone: "error", message: `The picture could not be saved. ${why}` });
      })
      .finally(() => setBusy(false));
  };
  return (
    <Button variant="transparent" size="compact-sm" px={0} loading={busy} onClick={click}>
      Save as picture
    </Button>
  );
}
