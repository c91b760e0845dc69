"use client";

import { Anchor, Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { balanceOptions, recentDelivery } from "@/components/balance/balance-query";
import type { Here } from "@/components/balance/known-day";
import { queryString } from "@/components/ui/api";
import { formatCount, formatShare } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { ReadFailure } from "@/components/ui/read-failure";
import type { Balance } from "@/lib/contracts/balance";
import { classifiedOf, type Measure, type Unit, type Weekday } from "@/lib/domain/balance";
import { measureWords, unitWords } from "@/lib/domain/glossary";
import classes from "./agreements.module.css";

export type HereAndWeek = Here & {
  weekStart: Weekday;
  /** The instant as of which numbers are told; absent: now. */
  asKnownAt?: string;
};

type ActualShareProps = {
  productId: string;
  measure: Measure;
  unit: Unit;
  team: { id: string; name: string } | null;
  here: HereAndWeek;
  locale: string;
};

/** What the feature share has been lately; the way to the items it counts. */
export function ActualShare({ productId, measure, unit, team, here, locale }: ActualShareProps) {
  const { asKnownAt } = here;
  const view = { measure, unit, ...(team && { team: [team.id] }), ...(asKnownAt && { asKnownAt }) };
  const balance = useQuery(balanceOptions(productId, { ...recentDelivery(here), ...view }));
  const href = `/products/${productId}/balance${queryString(view)}`;
  return (
    <section aria-label="What it is now">
      <Text size="sm">Actual, last 12 weeks</Text>
      {balance.data ? <Share balance={balance.data} href={href} locale={locale} /> : null}
      {balance.isPending ? <Skeleton height={64} /> : null}
      {balance.isError && !balance.data ? (
        <ReadFailure
          title="It could not be read"
          error={balance.error}
          onRetry={() => void balance.refetch()}
        />
      ) : null}
    </section>
  );
}

type ShareProps = { balance: Balance; href: string; locale: string };

function Share({ balance: { totals, measure, unit }, href, locale }: ShareProps) {
  return (
    <>
      <Text className={classes.figure}>{formatShare(totals.shares.feature, locale)}</Text>
      <Text size="sm">
        new features of{" "}
        <Anchor component={Link} underline="always" href={href}>
          {formatCount(classifiedOf(totals.counts), unitWords[unit].noun, locale)}{" "}
          {measureWords[measure].name.toLowerCase()}
        </Anchor>
      </Text>
    </>
  );
}
