"use client";

import tableClasses from "@/components/balance/balance-table.module.css";
import flowClasses from "@/components/flow/flow.module.css";
import { formatDayRange } from "@/components/ui/format";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { ForecastLine } from "@/lib/domain/forecast";
import { lineNames, rangeWords } from "./forecast-words";
import type { Answered } from "./scenarios-table";

type WeeksTableProps = { answered: Answered[]; line: ForecastLine; locale: string };

/** The pictures' numbers: one line of the forecast, week by week. */
export function WeeksTable({ answered, line, locale }: WeeksTableProps) {
  const weeks = answered[0]?.answer.forecast?.weeks ?? [];
  return (
    <ScrollRegion label={`${lineNames[line]} by week as a table`}>
      <table className={`${tableClasses.table} ${flowClasses.table}`}>
        <caption>
          {lineNames[line]}, open items at the end of each week: half of the runs at most so many,
          and between which numbers eight of ten.
        </caption>
        <thead>
          <tr>
            <th scope="col">Week</th>
            {answered.map(({ key, name }) => (
              <th scope="col" key={key}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ start, end }, index) => (
            <tr key={start}>
              <th scope="row">
                {index + 1}: {formatDayRange(start, end, locale)}
              </th>
              {answered.map(({ key, answer }) => {
                const stock = answer.forecast?.weeks[index]?.stock[line];
                return <td key={key}>{stock ? rangeWords(stock, locale) : "–"}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
