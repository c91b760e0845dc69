"use client";

import tableClasses from "@/components/balance/balance-table.module.css";
import { OpenNumber } from "@/components/balance/open-number";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Flow } from "@/lib/contracts/flow";
import {
  type CategoryOrNone,
  type ChartedCategory,
  chartedCategories,
} from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./flow.module.css";
import { daysWords } from "./flow-words";

type OpenAgesProps = {
  flow: Flow;
  locale: string;
  onOpen: (category: CategoryOrNone) => void;
  onOpenOldest: (category: ChartedCategory) => void;
};

/** How much is open at the end of the range, and how old it is. */
export function OpenAges({ flow, locale, onOpen, onOpenOldest }: OpenAgesProps) {
  const { categories, excluded } = flow.open;
  const head = (category: CategoryOrNone) => (
    <th scope="row">
      <CategorySwatch category={category} /> {categoryWords[category].name}
    </th>
  );
  const count = (category: CategoryOrNone, items: number) => (
    <OpenNumber
      amount={formatAmount(items, locale)}
      what={`open, ${categoryWords[category].name}`}
      onClick={() => onOpen(category)}
    />
  );
  return (
    <ScrollRegion label="Age of what is open">
      <table className={`${tableClasses.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col">Open</th>
            <th scope="col">Median age</th>
            <th scope="col">85% within</th>
            <th scope="col">Oldest</th>
          </tr>
        </thead>
        <tbody>
          {chartedCategories.map((category) => {
            const { items, medianDays, p85Days, oldestDays } = categories[category];
            return (
              <tr key={category}>
                {head(category)}
                <td>{count(category, items)}</td>
                <td>{daysWords(medianDays, locale)}</td>
                <td>{daysWords(p85Days, locale)}</td>
                <td>
                  {oldestDays === null ? (
                    "–"
                  ) : (
                    <OpenNumber
                      amount={daysWords(oldestDays, locale)}
                      what={`oldest, ${categoryWords[category].name}`}
                      onClick={() => onOpenOldest(category)}
                    />
                  )}
                </td>
              </tr>
            );
          })}
          <tr>
            {head("excluded")}
            <td>{count("excluded", excluded)}</td>
            <td colSpan={3} />
          </tr>
        </tbody>
      </table>
    </ScrollRegion>
  );
}
