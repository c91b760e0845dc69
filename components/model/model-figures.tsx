"use client";

import { UnstyledButton } from "@mantine/core";
import { formatAmount, formatShare } from "@/components/ui/format";
import { useLocale } from "@/components/ui/use-locale";
import type { Model, Rate } from "@/lib/contracts/model";
import { type JudgedSelection, selectionOf } from "./judged-parameters";
import classes from "./model.module.css";
import { intervalWords, rateWords } from "./model-words";

type ModelFiguresProps = { model: Model; onOpen: (selection: JudgedSelection) => void };

/** Four figures; each opens what it counts. */
export function ModelFigures({ model, onOpen }: ModelFiguresProps) {
  const locale = useLocale();
  const { own, shared, decided, threshold, learning } = model;
  const sure = formatShare(threshold, locale);
  const rate = (label: string, of: Rate, part: Partial<JudgedSelection>) => (
    <UnstyledButton className={classes.figure} onClick={() => onOpen(selectionOf(part))}>
      <span className={classes.label}>{label}</span>
      <span className={classes.value}>{formatShare(of.accuracy, locale)}</span>
      <span className={classes.detail}>
        {[rateWords(of, locale), intervalWords(of, locale)].filter(Boolean).join(" · ")}
      </span>
    </UnstyledButton>
  );
  return (
    <div className={classes.figures}>
      {rate("Right before it learnt them", own, {})}
      {rate("Shared model alone", shared, {})}
      {rate(`At least ${sure} sure, so decided`, decided, { from: threshold })}
      <div className={classes.figure}>
        <span className={classes.label}>Corrections learnt</span>
        <span className={classes.value}>{formatAmount(learning.learnt, locale)}</span>
        <span className={classes.detail}>
          {learning.waiting > 0 ? `${formatAmount(learning.waiting, locale)} wait` : "none wait"}
        </span>
      </div>
    </div>
  );
}
