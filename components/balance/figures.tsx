"use client";

import { FailedFigure, type FigureFailure, FigureView } from "@/components/ui/figure";
import { FigureSkeleton } from "@/components/ui/figure-skeleton";
import classes from "@/components/ui/figures.module.css";
import type { Balance } from "@/lib/contracts/balance";
import type { CategoryOrNone } from "@/lib/domain/category";
import { coverageFigure, debtFigure, featureFigure, totalFigure } from "./figures-words";

type FiguresProps = {
  balance: Balance;
  /** The same range measured as open stock; undefined while it loads. */
  stock: Balance | undefined;
  /** Why there is no stock to show, where it could not be read. */
  stockFailure?: FigureFailure | undefined;
  locale: string;
  onOpen: (balance: Balance, category: CategoryOrNone | null, title: string) => void;
};

/** Four numbers, each of which opens what it counts. */
export function Figures({ balance, stock, stockFailure, locale, onOpen }: FiguresProps) {
  const total = totalFigure(balance, locale);
  const debt = stock && debtFigure(stock, locale);
  const noDebt = stockFailure ? (
    <FailedFigure label="Open tech debt" failure={stockFailure} />
  ) : (
    <FigureSkeleton />
  );
  return (
    <div className={classes.row}>
      <FigureView figure={total} onClick={() => onOpen(balance, null, total.label)} />
      <FigureView
        figure={featureFigure(balance, locale)}
        onClick={() => onOpen(balance, "feature", "New features")}
      />
      {debt ? (
        <FigureView figure={debt} onClick={() => onOpen(stock, "tech_debt", "Open tech debt")} />
      ) : (
        noDebt
      )}
      <FigureView
        figure={coverageFigure(balance, locale)}
        onClick={() => onOpen(balance, "unclassified", "Unclassified")}
      />
    </div>
  );
}
