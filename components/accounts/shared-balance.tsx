"use client";

import { Text, Title } from "@mantine/core";
import { driftSentence } from "@/components/agreements/target-words";
import { BalanceChart } from "@/components/balance/balance-chart";
import pageClasses from "@/components/balance/balance-page.module.css";
import { BalanceTable } from "@/components/balance/balance-table";
import { coverageFigure, featureFigure, totalFigure } from "@/components/balance/figures-words";
import { headline } from "@/components/balance/headline";
import { Legend } from "@/components/balance/legend";
import { FigureView } from "@/components/ui/figure";
import figuresClasses from "@/components/ui/figures.module.css";
import { useLocale } from "@/components/ui/use-locale";
import type { Balance } from "@/lib/contracts/balance";
import type { ChartView } from "@/lib/domain/balance";

type SharedBalanceProps = {
  product: { name: string };
  filtered: boolean;
  view: ChartView;
  balance: Balance;
};

const nothing = () => undefined;

/** One view of a balance: the answer, its figures, its picture and its table, to read. */
export function SharedBalance({ product, filtered, view, balance }: SharedBalanceProps) {
  const locale = useLocale();
  const sentence = headline({ balance, period: "custom", filtered, locale, known: null });
  const figures = [totalFigure, featureFigure, coverageFigure].map((of) => of(balance, locale));
  const agreed = driftSentence(balance, locale) ?? balance.targetsMissing;
  return (
    <div className={pageClasses.report}>
      <div>
        <Text size="sm" fw={600}>
          <bdi>{product.name}</bdi>
        </Text>
        <Title order={1} className={pageClasses.headline}>
          {sentence}
        </Title>
        {agreed ? <Text>{agreed}</Text> : null}
      </div>
      <div className={figuresClasses.row}>
        {figures.map((figure) => (
          <FigureView key={figure.label} figure={figure} />
        ))}
      </div>
      <Legend
        balance={balance}
        view={view}
        locale={locale}
        onOpen={nothing}
        onOpenContested={nothing}
      />
      <BalanceChart balance={balance} view={view} locale={locale} events={[]} onOpen={nothing} />
      <BalanceTable balance={balance} locale={locale} onOpen={nothing} onOpenContested={nothing} />
    </div>
  );
}
