"use client";

import { Button, Skeleton, Text, Title } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import type { ItemFilters } from "@/components/items/filter-parameters";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { Freshness } from "@/components/sources/freshness";
import { useLocale } from "@/components/ui/use-locale";
import type { Balance } from "@/lib/contracts/balance";
import type { Product } from "@/lib/contracts/products";
import type { Source } from "@/lib/contracts/sources";
import { BalanceChart } from "./balance-chart";
import classes from "./balance-page.module.css";
import { EmptyBalance, isEmpty } from "./empty-balance";
import { Figures } from "./figures";
import { FootLine } from "./foot-line";
import { headline } from "./headline";
import type { NumberClicked } from "./items-behind";
import { Legend } from "./legend";
import { headlineNotes } from "./notes";
import { selectionOf, unestimatedSelection } from "./selection";
import type { BalanceView } from "./view-parameters";

const BalanceTable = dynamic(
  () => import("./balance-table").then((module) => module.BalanceTable),
  { loading: () => <Skeleton height={240} /> },
);

type BalanceReportProps = {
  product: Product;
  balance: Balance;
  stock: Balance | undefined;
  view: BalanceView;
  filters: Partial<ItemFilters>;
  sources: Source[];
  today: string;
  now: number;
  /** True while these are the last view's numbers and the new ones are on their way. */
  updating: boolean;
  onView: (change: Partial<BalanceView>) => void;
  onOpen: (selection: ItemsSelection) => void;
};

/** Headline, figures, chart and table of one answer. */
export function BalanceReport(props: BalanceReportProps) {
  const { product, balance, stock, view, filters, sources, today, now, updating } = props;
  const locale = useLocale();
  const [table, setTable] = useState(false);
  const filtered = Object.keys(filters).length > 0;
  const open = (of: Balance, clicked: NumberClicked, name?: string) =>
    props.onOpen(selectionOf(of, clicked, filters, { locale, ...(name && { name }) }));
  const empty = isEmpty(balance);
  return (
    <div className={`${classes.report} ${updating ? classes.updating : ""}`} aria-busy={updating}>
      <div>
        <Title order={1} className={classes.headline}>
          {headline({ balance, period: view.period, filtered, locale })}
        </Title>
        <Text size="sm" c="dimmed" mt={2}>
          {headlineNotes(balance, today, locale).map((note) => `${note} `)}
          <Freshness sources={sources} now={now} />.
        </Text>
      </div>
      <Figures
        balance={balance}
        stock={stock}
        locale={locale}
        onOpen={(of, category, name) => open(of, { bucket: null, category }, name)}
      />
      {empty ? (
        <EmptyBalance
          product={product}
          balance={balance}
          sources={sources}
          filtered={filtered}
          period={view.period}
          onView={props.onView}
        />
      ) : (
        <>
          <div className={classes.chartHead}>
            <Legend
              balance={balance}
              view={view.view}
              locale={locale}
              onOpen={(category) => open(balance, { bucket: null, category })}
            />
            <Button
              variant="transparent"
              size="compact-sm"
              px={0}
              aria-expanded={table}
              onClick={() => setTable(!table)}
            >
              {table ? "Hide the table" : "Show as a table"}
            </Button>
          </div>
          <BalanceChart
            balance={balance}
            view={view.view}
            locale={locale}
            onOpen={(bucket, category) => open(balance, { bucket, category })}
          />
          {table ? (
            <BalanceTable
              balance={balance}
              locale={locale}
              onOpen={(bucket, category) => open(balance, { bucket, category })}
            />
          ) : null}
        </>
      )}
      <FootLine
        balance={balance}
        locale={locale}
        onOpen={(category, name) => open(balance, { bucket: null, category }, name)}
        onOpenUnestimated={() => props.onOpen(unestimatedSelection(balance, filters, locale))}
      />
    </div>
  );
}
