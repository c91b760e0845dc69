"use client";

import { Skeleton, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import tableClasses from "@/components/balance/balance-table.module.css";
import flowClasses from "@/components/flow/flow.module.css";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount, formatShare } from "@/components/ui/format";
import { ReadFailure } from "@/components/ui/read-failure";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { useLocale } from "@/components/ui/use-locale";
import type { BackTestAnswer, ForecastCheck } from "@/lib/contracts/forecast";
import { forecastLines } from "@/lib/domain/forecast";
import classes from "./forecast.module.css";
import { backTestOptions } from "./forecast-query";
import { backTestSentence, lineNames } from "./forecast-words";

/** How far the forecast is to be trusted: what it would have said in the past, and what came true. */
export function BackTestSection({ productId }: { productId: string }) {
  const locale = useLocale();
  const tested = useQuery(backTestOptions(productId));
  return (
    <section className={classes.report} aria-labelledby="back-test">
      <Title order={2} size="h4" id="back-test">
        Checked against the past
      </Title>
      {tested.isPending ? <Skeleton height={220} aria-label="Checking against the past" /> : null}
      {tested.isError && !tested.data ? (
        <ReadFailure
          title="The forecast could not be checked"
          error={tested.error}
          onRetry={() => void tested.refetch()}
        />
      ) : null}
      {tested.data ? <Checked answer={tested.data} locale={locale} /> : null}
    </section>
  );
}

function Checked({ answer, locale }: { answer: BackTestAnswer; locale: string }) {
  const { horizons, reason, method } = answer;
  if (!horizons) return <Text>{reason}</Text>;
  return (
    <>
      <Text className={classes.sentence} fw={500}>
        {backTestSentence(answer, locale)}
      </Text>
      <ScrollRegion label="How often what came true lay in the band">
        <table className={`${tableClasses.table} ${flowClasses.table}`}>
          <caption>
            Forecasts whose band, from what 1 in 10 runs to what 9 in 10 runs stay under, held what
            came true. Where items are few, whole numbers make the band wider than 80% of the runs:
            “expected” is what the bands themselves claimed.
          </caption>
          <thead>
            <tr>
              <th scope="col">Category</th>
              {horizons.map(({ weeks }) => (
                <th scope="col" key={weeks}>
                  After {weeks} weeks
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {forecastLines.map((line) => (
              <tr key={line}>
                <th scope="row">
                  {line === "together" ? null : <CategorySwatch category={line} />}{" "}
                  {lineNames[line]}
                </th>
                {horizons.map(({ weeks, lines }) => (
                  <td key={weeks}>{checkWords(lines[line], locale)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Text size="sm" c="dimmed" className={classes.method}>
        {method}
        {answer.withheld > 0
          ? ` In ${formatAmount(answer.withheld, locale)} weeks there was too little before them, and no forecast was made.`
          : ""}
      </Text>
    </>
  );
}

function checkWords({ cases, inside, claimed }: ForecastCheck, locale: string): string {
  if (cases === 0) return "no data";
  const counts = `${formatAmount(inside, locale)} of ${formatAmount(cases, locale)}`;
  return `${counts}, ${formatShare(inside / cases, locale)} (expected ${formatShare(claimed, locale)})`;
}
