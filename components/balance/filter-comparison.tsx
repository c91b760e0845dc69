"use client";

import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTeams } from "@/components/teams/use-teams";
import { ReadFailure } from "@/components/ui/read-failure";
import type { Balance } from "@/lib/contracts/balance";
import type { CategoryOrNone } from "@/lib/domain/category";
import { otherFilterOptions } from "./balance-query";
import { comparedScope, isSameSide } from "./compared-scope";
import { type FilterComparison as Compared, comparedTeam } from "./comparison";
import { ComparisonTable } from "./comparison-table";
import { besideSentence, shareChange } from "./comparison-words";
import type { Scope } from "./items-behind";
import { scopeOf } from "./selection";
import type { BalanceView } from "./view-parameters";

type FilterComparisonProps = {
  productId: string;
  balance: Balance;
  view: BalanceView;
  comparison: Compared;
  locale: string;
  onOpen: (of: Balance, category: CategoryOrNone, scope: Scope) => void;
};

/** The view beside everything or another team, on the same days: a sentence, then by category. */
export function FilterComparison(props: FilterComparisonProps) {
  const { productId, balance, view, comparison, locale, onOpen } = props;
  const team = comparedTeam(comparison);
  const teams = useTeams(productId, team !== null);
  const isSame = isSameSide(view, comparison);
  const { data, error, refetch } = useQuery({
    ...otherFilterOptions(productId, balance, { view, comparison }),
    enabled: !isSame,
  });
  if (isSame) {
    return (
      <Text size="sm">
        {team === null
          ? "Nothing is filtered, so there is no more to compare with."
          : "This is the team that is shown: choose another to compare it with."}
      </Text>
    );
  }
  const teamName = teams.find(({ id }) => id === team)?.name ?? "another team";
  const name = team === null ? "everything" : teamName;
  if (error && !data) {
    return (
      <ReadFailure
        title="What it is compared with could not be read"
        error={error}
        onRetry={() => void refetch()}
      />
    );
  }
  if (!data) return <Skeleton height={250} />;
  const noun = balance.unit === "items" ? "Items" : "Points";
  return (
    <ComparisonTable
      title={`This view and ${name}`}
      sentence={besideSentence(data, balance, { name, locale })}
      then={{ balance: data, column: `${noun}, ${name}`, what: name }}
      now={{ balance, column: `${noun}, this view`, what: "this view" }}
      change="Difference in points"
      changeOf={(category) => shareChange(data, balance, category, locale)}
      locale={locale}
      onOpen={(of, category) =>
        of === "then"
          ? onOpen(data, category, comparedScope(view, comparison))
          : onOpen(balance, category, scopeOf(view))
      }
    />
  );
}
