"use client";

import tableClasses from "@/components/balance/balance-table.module.css";
import { OpenNumber } from "@/components/balance/open-number";
import flowClasses from "@/components/flow/flow.module.css";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount, formatDay } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Forecast } from "@/lib/contracts/forecast";
import { type ForecastLine, forecastLines } from "@/lib/domain/forecast";
import { lineNames, rangeWords } from "./forecast-words";

export type Answered = { key: string; name: string; answer: Forecast };

type ScenariosTableProps = {
  answered: Answered[];
  locale: string;
  onOpen: (line: ForecastLine) => void;
};

/** What is open now and at the end of the weeks ahead, a row a category, a column a way to divide. */
export function ScenariosTable({ answered, locale, onOpen }: ScenariosTableProps) {
  const [first] = answered;
  const end = first?.answer.forecast?.weeks.at(-1)?.end;
  const start = first?.answer.start;
  if (!start || end === undefined) return null;
  return (
    <ScrollRegion label="Open at the end of the weeks ahead">
      <table className={`${tableClasses.table} ${flowClasses.table}`}>
        <caption>
          Open items on {formatDay(end, locale)}: in half of the runs at most so many, and between
          which numbers in eight of ten.
        </caption>
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col">Open on {formatDay(start.day, locale, "short")}</th>
            {answered.map(({ key, name }) => (
              <th scope="col" key={key}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {forecastLines.map((line) => (
            <tr key={line}>
              <th scope="row">
                {line === "together" ? null : <CategorySwatch category={line} />} {lineNames[line]}
              </th>
              <td>
                <OpenNumber
                  amount={formatAmount(start.open[line], locale)}
                  what={`open, ${lineNames[line]}`}
                  onClick={() => onOpen(line)}
                />
              </td>
              {answered.map(({ key, answer }) => {
                const stock = answer.forecast?.weeks.at(-1)?.stock[line];
                return <td key={key}>{stock ? rangeWords(stock, locale) : "–"}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
