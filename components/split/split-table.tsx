"use client";

import tableClasses from "@/components/balance/balance-table.module.css";
import type { NumberClicked } from "@/components/balance/items-behind";
import { OpenNumber } from "@/components/balance/open-number";
import classes from "@/components/flow/flow.module.css";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount, formatShare } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { BalanceSplit, SplitPart } from "@/lib/contracts/balance-split";
import { drawnOf } from "@/lib/domain/balance";
import { type CategoryOrNone, chartedCategories } from "@/lib/domain/category";
import { categoryWords, unitWords } from "@/lib/domain/glossary";
import { splitNames } from "./split-words";

const columns = [...chartedCategories, "excluded"] as const satisfies readonly CategoryOrNone[];

type SplitTableProps = {
  split: BalanceSplit;
  locale: string;
  /** Null is the undivided whole. */
  onOpen: (part: SplitPart | null, clicked: NumberClicked) => void;
};

/** A line for each part and one for the whole; every number opens its items. */
export function SplitTable({ split, locale, onOpen }: SplitTableProps) {
  const { by, parts, totals, unit } = split;
  return (
    <ScrollRegion label={`The balance by ${by} as a table`}>
      <table className={`${tableClasses.table} ${classes.table}`}>
        <caption>
          In {unitWords[unit].noun}s. Shares are parts of the four categories together. The last
          line is everything at once, not a sum of the lines above.
        </caption>
        <thead>
          <tr>
            <th scope="col">{splitNames[by].one}</th>
            {columns.map((category) => (
              <th scope="col" key={category}>
                <CategorySwatch category={category} /> {categoryWords[category].name}
              </th>
            ))}
            <th scope="col">Together</th>
            <th scope="col">Feature share</th>
            <th scope="col">Coverage</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <Line
              key={part.id}
              name={part.name}
              totals={part.totals}
              locale={locale}
              onOpen={(category) => onOpen(part, { bucket: null, category })}
            />
          ))}
        </tbody>
        <tfoot>
          <Line
            name="Undivided"
            totals={totals}
            locale={locale}
            onOpen={(category) => onOpen(null, { bucket: null, category })}
          />
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

type LineProps = {
  name: string;
  totals: BalanceSplit["totals"];
  locale: string;
  onOpen: (category: CategoryOrNone | null) => void;
};

function Line({ name, totals, locale, onOpen }: LineProps) {
  const amounts = { ...totals.counts, excluded: totals.excluded };
  const cells = [
    ...columns.map((category) => ({ category, amount: amounts[category] })),
    { category: null, amount: drawnOf(totals.counts) },
  ];
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      {cells.map(({ category, amount }) => (
        <td key={category ?? "together"}>
          <OpenNumber
            amount={formatAmount(amount, locale)}
            what={`${category ? categoryWords[category].name : "together"}, ${name}`}
            onClick={() => onOpen(category)}
          />
        </td>
      ))}
      <td>{formatShare(totals.shares.feature, locale)}</td>
      <td>{formatShare(totals.coverage, locale)}</td>
    </tr>
  );
}
