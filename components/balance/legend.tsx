"use client";

import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatCount } from "@/components/ui/format";
import { useOpensItems } from "@/components/ui/opens-items";
import type { Balance } from "@/lib/contracts/balance";
import { contestedOf } from "@/lib/contracts/balance-figures";
import type { ChartView } from "@/lib/domain/balance";
import { type ChartedCategory, chartedCategories } from "@/lib/domain/category";
import { categoryWords, unitWords } from "@/lib/domain/glossary";
import { BandSwatch } from "./band-swatch";
import classes from "./legend.module.css";
import { legendNumber } from "./share-words";

type LegendProps = {
  balance: Balance;
  view: ChartView;
  locale: string;
  onOpen: (category: ChartedCategory) => void;
  onOpenContested: () => void;
};

/** What each pattern stands for, with its number over the whole range; each opens its items. */
export function Legend({ balance, view, locale, onOpen, onOpenContested }: LegendProps) {
  const { totals } = balance;
  const contested = contestedOf(totals);
  return (
    <ul className={classes.legend} aria-label="Categories over the whole period">
      {chartedCategories.map((category) => (
        <li key={category}>
          <Entry meaning={categoryWords[category].meaning} onOpen={() => onOpen(category)}>
            <CategorySwatch category={category} />
            <span>{categoryWords[category].name}</span>
            <span className={classes.number}>{legendNumber(balance, view, category, locale)}</span>
          </Entry>
        </li>
      ))}
      {contested > 0 ? (
        <li>
          <Entry
            meaning="Between where the feature share may come to lie, until it is settled"
            onOpen={onOpenContested}
          >
            <BandSwatch />
            <span>Contested</span>
            <span className={classes.number}>
              {formatCount(contested, unitWords[balance.unit].noun, locale)}
            </span>
          </Entry>
        </li>
      ) : null}
    </ul>
  );
}

type EntryProps = { meaning: string; onOpen: () => void; children: ReactNode };

function Entry({ meaning, onOpen, children }: EntryProps) {
  return useOpensItems() ? (
    <UnstyledButton className={classes.entry} title={meaning} onClick={onOpen}>
      {children}
    </UnstyledButton>
  ) : (
    <span className={classes.entry} title={meaning}>
      {children}
    </span>
  );
}
