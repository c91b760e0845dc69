"use client";

import { Text } from "@mantine/core";
import type { Balance } from "@/lib/contracts/balance";
import type { CategoryOrNone } from "@/lib/domain/category";
import { type Comparison, isOfFilters } from "./comparison";
import { FilterComparison } from "./filter-comparison";
import type { Scope } from "./items-behind";
import { PeriodComparison } from "./period-comparison";
import { scopeOf } from "./selection";
import type { BalanceView } from "./view-parameters";

type ComparisonSectionProps = {
  productId: string;
  balance: Balance;
  view: BalanceView;
  comparison: Comparison;
  locale: string;
  onOpen: (of: Balance, category: CategoryOrNone, scope: Scope) => void;
};

/** What is shown beside what it is compared with. */
export function ComparisonSection({ comparison, ...props }: ComparisonSectionProps) {
  const { view, onOpen } = props;
  if (isOfFilters(comparison)) return <FilterComparison {...props} comparison={comparison} />;
  if (view.period === "all") {
    return (
      <Text size="sm">Nothing comes before the whole history that it could be compared with.</Text>
    );
  }
  return (
    <PeriodComparison {...props} onOpen={(of, category) => onOpen(of, category, scopeOf(view))} />
  );
}
