"use client";

import { Skeleton, Text, Title } from "@mantine/core";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { FlowSkeleton } from "@/components/flow/flow-skeleton";
import { activeFilters } from "@/components/items/filter-parameters";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { knownWords } from "@/components/items/known-words";
import { KindsSection } from "@/components/kinds/kinds-section";
import { MoversSection } from "@/components/movers/movers-section";
import { Freshness } from "@/components/sources/freshness";
import { isArriving } from "@/components/sources/source-words";
import type { FigureFailure } from "@/components/ui/figure";
import updatingClasses from "@/components/ui/updating.module.css";
import { useLocale } from "@/components/ui/use-locale";
import { WhenSeen } from "@/components/ui/when-seen";
import type { Balance } from "@/lib/contracts/balance";
import type { Product } from "@/lib/contracts/products";
import type { Source } from "@/lib/contracts/sources";
import classes from "./balance-page.module.css";
import { BalancePicture } from "./balance-picture";
import { balanceFileAddress } from "./balance-query";
import { EmptyBalance, isEmpty } from "./empty-balance";
import { Figures } from "./figures";
import { FootLine } from "./foot-line";
import { headline } from "./headline";
import type { NumberClicked } from "./items-behind";
import { lastDay } from "./known-day";
import { headlineNotes } from "./notes";
import { scopeOf, selectionOf, unestimatedSelection } from "./selection";
import type { BalanceView } from "./view-parameters";

// What comes later has a boundary of its own: without one, the whole page would wait for it unseen.
const AgreedSentence = dynamic(
  () => import("@/components/agreements/agreed-sentence").then((module) => module.AgreedSentence),
  { loading: () => <Skeleton height={20} width="20em" maw="100%" /> },
);

const ReasonsLine = dynamic(
  () => import("@/components/talks/reasons-line").then((module) => module.ReasonsLine),
  { ssr: false },
);

const ComparisonSection = dynamic(
  () => import("./comparison-section").then((module) => module.ComparisonSection),
  { loading: () => <Skeleton height={300} /> },
);

const KnownComparison = dynamic(
  () => import("./known-comparison").then((module) => module.KnownComparison),
  { loading: () => <Skeleton height={120} /> },
);

const FlowSection = dynamic(
  () => import("@/components/flow/flow-section").then((module) => module.FlowSection),
  { loading: () => <FlowSkeleton /> },
);

const SplitSection = dynamic(
  () => import("@/components/split/split-section").then((module) => module.SplitSection),
  { loading: () => <Skeleton height={32} /> },
);

type BalanceReportProps = {
  product: Product;
  balance: Balance;
  stock: Balance | undefined;
  stockFailure: FigureFailure | undefined;
  /** In a view of the past, the same days as they are known now. */
  present: Balance | undefined;
  view: BalanceView;
  sources: Source[];
  today: string;
  now: number;
  /** True while these are the last view's numbers and the new ones are on their way. */
  updating: boolean;
  /** The way to show this to people without an account. */
  share: ReactNode;
  onView: (change: Partial<BalanceView>) => void;
  onOpen: (selection: ItemsSelection) => void;
};

/** Headline, figures, chart and table of one answer. */
export function BalanceReport(props: BalanceReportProps) {
  const { product, balance, stock, present, view, sources, today, now, updating } = props;
  const locale = useLocale();
  const { asKnownAt, period } = view;
  const known = asKnownAt && knownWords(asKnownAt, locale, product.timeZone);
  const filtered = Object.keys(activeFilters(view)).length > 0;
  const scope = scopeOf(view);
  const arriving = isArriving(sources);
  const sentence = headline({ balance, period, filtered, locale, known, arriving });
  const open = (of: Balance, clicked: NumberClicked, name?: string) =>
    props.onOpen(selectionOf(of, clicked, scope, { locale, ...(name && { name }) }));
  const part = { productId: product.id, balance, view, locale, onOpen: props.onOpen };
  return (
    <div
      className={`${classes.report} ${updating ? updatingClasses.updating : ""}`}
      aria-busy={updating}
    >
      <div>
        <Title order={1} className={classes.headline}>
          {sentence}
        </Title>
        {balance.drift || balance.targetsMissing ? (
          <AgreedSentence productId={product.id} balance={balance} locale={locale} />
        ) : null}
        <Text size="sm" c="dimmed" mt={2}>
          {headlineNotes(balance, lastDay(asKnownAt, { ...product, today }), locale).map(
            (note) => `${note} `,
          )}
          <Freshness sources={sources} now={now} />.
        </Text>
        <ReasonsLine productId={product.id} />
      </div>
      <Figures
        balance={balance}
        stock={stock}
        stockFailure={props.stockFailure}
        locale={locale}
        onOpen={(of, category, name) => open(of, { bucket: null, category }, name)}
      />
      {view.compare ? (
        <ComparisonSection
          productId={product.id}
          balance={balance}
          view={view}
          comparison={view.compare}
          locale={locale}
          onOpen={(of, category, narrowed) =>
            props.onOpen(selectionOf(of, { bucket: null, category }, narrowed, { locale }))
          }
        />
      ) : null}
      {isEmpty(balance) ? (
        <EmptyBalance
          product={product}
          balance={balance}
          sources={sources}
          filtered={filtered}
          period={period}
          onView={props.onView}
        />
      ) : (
        <BalancePicture
          share={props.share}
          fileHref={balanceFileAddress(product.id, balance, view)}
          productId={product.id}
          today={today}
          balance={balance}
          title={sentence}
          view={view.view}
          locale={locale}
          onOpen={(clicked) => open(balance, clicked)}
        />
      )}
      {known && present ? (
        <KnownComparison
          past={balance}
          present={present}
          known={known}
          locale={locale}
          onOpen={(of, category) => {
            const clicked = { bucket: null, category };
            if (of === "past") return open(balance, clicked);
            props.onOpen(selectionOf(present, clicked, activeFilters(view), { locale }));
          }}
        />
      ) : null}
      {isEmpty(balance) || period === "all" ? null : (
        <MoversSection {...part} onView={props.onView} />
      )}
      {isEmpty(balance) ? null : <KindsSection {...part} />}
      {sources.length > 0 ? <SplitSection {...part} onView={props.onView} /> : null}
      {sources.length > 0 ? (
        <WhenSeen placeholder={<FlowSkeleton />}>
          <FlowSection
            productId={product.id}
            balance={balance}
            scope={scope}
            updating={updating}
            locale={locale}
            onOpen={props.onOpen}
          />
        </WhenSeen>
      ) : null}
      <FootLine
        productId={product.id}
        balance={balance}
        locale={locale}
        onOpen={(category, name) => open(balance, { bucket: null, category }, name)}
        onOpenUnestimated={() => props.onOpen(unestimatedSelection(balance, scope, locale))}
      />
    </div>
  );
}
