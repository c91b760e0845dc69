"use client";

import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ReadFailure } from "@/components/ui/read-failure";
import type { Balance } from "@/lib/contracts/balance";
import type { CategoryOrNone } from "@/lib/domain/category";
import { unitWords } from "@/lib/domain/glossary";
import { earlierOptions } from "./balance-query";
import { ComparisonTable } from "./comparison-table";
import { comparisonSentence, daysWords, shareChange } from "./comparison-words";
import type { BalanceView } from "./view-parameters";

type PeriodComparisonProps = {
  productId: string;
  balance: Balance;
  view: BalanceView;
  locale: string;
  onOpen: (of: Balance, category: CategoryOrNone) => void;
};

/** The period beside an earlier one: a sentence, then category by category. */
export function PeriodComparison(props: PeriodComparisonProps) {
  const { productId, balance, view, locale, onOpen } = props;
  const { data: earlier, error, refetch } = useQuery(earlierOptions(productId, balance, view));
  if (error && !earlier) {
    return (
      <ReadFailure
        title="The earlier period could not be read"
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!earlier) return <Skeleton height={250} />;
  const noun = unitWords[balance.unit].name;
  const then = daysWords(earlier, balance.measure, locale);
  const now = daysWords(balance, balance.measure, locale);
  return (
    <ComparisonTable
      title="Then and now"
      sentence={comparisonSentence(earlier, balance, locale)}
      then={{ balance: earlier, column: `${noun}, ${then}`, what: then }}
      now={{ balance, column: `${noun}, ${now}`, what: now }}
      change="Change in points"
      changeOf={(category) => shareChange(earlier, balance, category, locale)}
      locale={locale}
      onOpen={(of, category) => onOpen(of === "then" ? earlier : balance, category)}
    />
  );
}
