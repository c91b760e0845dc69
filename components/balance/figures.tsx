"use client";

import { Skeleton, UnstyledButton } from "@mantine/core";
import type { Balance } from "@/lib/contracts/balance";
import type { CategoryOrNone } from "@/lib/domain/category";
import classes from "./figures.module.css";
import {
  coverageFigure,
  debtFigure,
  type Figure,
  featureFigure,
  totalFigure,
} from "./figures-words";

type FiguresProps = {
  balance: Balance;
  /** The same range measured as open stock; undefined while it loads. */
  stock: Balance | undefined;
  locale: string;
  onOpen: (balance: Balance, category: CategoryOrNone | null, title: string) => void;
};

/** Four numbers, each of which opens what it counts. */
export function Figures({ balance, stock, locale, onOpen }: FiguresProps) {
  const total = totalFigure(balance, locale);
  const debt = stock && debtFigure(stock, locale);
  return (
    <div className={classes.row}>
      <FigureButton figure={total} onClick={() => onOpen(balance, null, total.label)} />
      <FigureButton
        figure={featureFigure(balance, locale)}
        onClick={() => onOpen(balance, "feature", "New features")}
      />
      {debt ? (
        <FigureButton figure={debt} onClick={() => onOpen(stock, "tech_debt", "Open tech debt")} />
      ) : (
        <div className={classes.figure}>
          <Skeleton height={14} width="60%" mb={8} />
          <Skeleton height={24} width="40%" mb={8} />
          <Skeleton height={12} width="70%" />
        </div>
      )}
      <FigureButton
        figure={coverageFigure(balance, locale)}
        onClick={() => onOpen(balance, "unclassified", "Unclassified")}
      />
    </div>
  );
}

function FigureButton({ figure, onClick }: { figure: Figure; onClick: () => void }) {
  return (
    <UnstyledButton className={classes.figure} onClick={onClick}>
      <span className={classes.label}>{figure.label}</span>
      <span className={classes.value}>{figure.value}</span>
      <span className={classes.detail}>{figure.detail}</span>
    </UnstyledButton>
  );
}
