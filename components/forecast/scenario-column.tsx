"use client";

import { Text } from "@mantine/core";
import { OpenNumber } from "@/components/balance/open-number";
import { Plot } from "@/components/charts/plot";
import { bucketAxis } from "@/components/flow/bucket-axis";
import { BucketCursor } from "@/components/flow/bucket-cursor";
import { categoryColor } from "@/components/ui/category-style";
import { formatAmount } from "@/components/ui/format";
import type { Forecast } from "@/lib/contracts/forecast";
import type { ForecastLine } from "@/lib/domain/forecast";
import classes from "./forecast.module.css";
import { ForecastBand } from "./forecast-band";
import { actualWords, dividedWords, lineNames, rangeWords } from "./forecast-words";

type ScenarioColumnProps = {
  name: string;
  answer: Forecast;
  line: ForecastLine;
  ticks: number[];
  locale: string;
  /** Opens what is open at the beginning. */
  onOpen: (line: ForecastLine) => void;
};

/** One way to divide the work: in words, as a picture of one line, and how it ends. */
export function ScenarioColumn({ name, answer, line, ticks, locale, onOpen }: ScenarioColumnProps) {
  const { start, forecast, shares } = answer;
  const top = ticks.at(-1) ?? 1;
  const weeks = (forecast?.weeks ?? []).map((week) => ({ ...week, complete: true }));
  const series = { bucket: "week" as const, buckets: weeks };
  const last = weeks.at(-1)?.stock[line];
  return (
    <figure className={classes.column}>
      <figcaption className={classes.caption}>
        <strong className={classes.name}>{name}</strong>
        <span className={classes.divided}>
          {shares ? dividedWords(shares, locale) : actualWords(answer, locale)}
        </span>
        {start && last ? (
          <span>
            {lineNames[line]}:{" "}
            <OpenNumber
              amount={formatAmount(start.open[line], locale)}
              what={`open, ${lineNames[line]}, ${name}`}
              onClick={() => onOpen(line)}
            />{" "}
            open, then {rangeWords(last, locale)}
          </span>
        ) : null}
      </figcaption>
      {forecast ? (
        <div className={classes.plot}>
          <BucketCursor
            series={series}
            locale={locale}
            label={`${name}, open ${lineNames[line].toLowerCase()} by week: arrow keys move, Enter opens what is open now`}
            figuresOf={({ stock }) => [
              { name: "9 of 10 runs at most", value: formatAmount(stock[line].p90, locale) },
              { name: "Half of the runs at most", value: formatAmount(stock[line].p50, locale) },
              { name: "1 of 10 runs at most", value: formatAmount(stock[line].p10, locale) },
            ]}
            onChoose={() => onOpen(line)}
          >
            <Plot
              count={weeks.length}
              ticks={ticks.map((tick) => ({ at: tick / top, name: formatAmount(tick, locale) }))}
              axisOf={bucketAxis(series, locale)}
            >
              {(area) => (
                <ForecastBand
                  ranges={weeks.map(({ stock }) => stock[line])}
                  top={top}
                  area={area}
                  color={line === "together" ? "var(--ink)" : categoryColor(line)}
                />
              )}
            </Plot>
          </BucketCursor>
        </div>
      ) : (
        <Text size="sm">{answer.reason}</Text>
      )}
    </figure>
  );
}
