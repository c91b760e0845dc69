"use client";

import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { balanceOptions, recentDelivery } from "@/components/balance/balance-query";
import type { Here } from "@/components/balance/known-day";
import { queryString } from "@/components/ui/api";
import { formatCount, formatShare } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import type { Measure, Unit, Weekday } from "@/lib/domain/balance";
import { measureWords } from "@/lib/domain/glossary";
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
  const totals = balance.data?.totals;
  const { feature, maintenance, rewrite, tech_debt } = totals?.counts ?? {
    ...{ feature: 0, maintenance: 0, rewrite: 0, tech_debt: 0 },
  };
  const classified = feature + maintenance + rewrite + tech_debt;
  return (
    <section aria-label="What it is now">
      <Text size="sm">Actual, last 12 weeks</Text>
      <Text className={classes.figure}>
        {totals ? formatShare(totals.shares.feature, locale) : "…"}
      </Text>
      <Text size="sm">
        new features of{" "}
        <Anchor
          component={Link}
          underline="always"
          href={`/products/${productId}/balance${queryString(view)}`}
        >
          {formatCount(classified, unit === "items" ? "item" : "point", locale)}{" "}
          {measureWords[measure].name.toLowerCase()}
        </Anchor>
      </Text>
    </section>
  );
}
