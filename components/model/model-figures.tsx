"use client";

import { FigureView } from "@/components/ui/figure";
import classes from "@/components/ui/figures.module.css";
import { formatAmount, formatShare } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { Model, Rate } from "@/lib/contracts/model";
import { type JudgedSelection, selectionOf } from "./judged-parameters";
import { intervalWords, rateWords } from "./model-words";

type ModelFiguresProps = { model: Model; onOpen: (selection: JudgedSelection) => void };

/** Four figures; each opens what it counts. */
export function ModelFigures({ model, onOpen }: ModelFiguresProps) {
  const locale = useLocale();
  const { own, shared, decided, threshold, learning } = model;
  const sure = formatShare(threshold, locale);
  const rate = (label: string, of: Rate, part: Partial<JudgedSelection>) => (
    <FigureView
      figure={{
        label,
        value: formatShare(of.accuracy, locale),
        detail: [rateWords(of, locale), intervalWords(of, locale)].filter(Boolean).join(" · "),
      }}
      onClick={() => onOpen(selectionOf(part))}
    />
  );
  const waiting =
    learning.waiting > 0 ? `${formatAmount(learning.waiting, locale)} wait` : "none wait";
  return (
    <div className={classes.row}>
      {rate("Right before it learnt them", own, {})}
      {rate("Shared model alone", shared, {})}
      {rate(`At least ${sure} sure, so decided`, decided, { from: threshold })}
      <FigureView
        figure={{
          label: "Corrections learnt",
          value: formatAmount(learning.learnt, locale),
          detail: waiting,
        }}
      />
    </div>
  );
}
