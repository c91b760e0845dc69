"use client";

import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { useMayShare } from "@/components/accounts/viewer";
import { FilterChips } from "@/components/items/filter-chips";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { SyncBanner } from "@/components/sources/sync-banner";
import { useSources } from "@/components/sources/use-sources";
import { queryString } from "@/components/ui/api";
import type { Product } from "@/lib/contracts/products";
import { BalanceBar } from "./balance-bar";
import { BalanceFailure } from "./balance-failure";
import classes from "./balance-page.module.css";
import { balanceOptions, balanceQueryOf, presentOptions, stockQueryOf } from "./balance-query";
import { BalanceReport } from "./balance-report";
import { BalanceSkeleton } from "./balance-skeleton";
import { offeredDay } from "./known-day";
import { type BalanceView, balanceParameters } from "./view-parameters";

const ItemsDrawer = dynamic(
  () => import("@/components/items/items-drawer").then((module) => module.ItemsDrawer),
  { ssr: false },
);

const KnownControl = dynamic(
  () => import("./known-control").then((module) => module.KnownControl),
  { loading: () => <Skeleton height={36} /> },
);

const ShareButton = dynamic(
  () => import("@/components/accounts/share-button").then((module) => module.ShareButton),
  { ssr: false },
);

/** `today` is the day in the product's time zone and `now` the instant, as the server saw them. */
export type BalancePageProps = { product: Product; today: string; now: number };

/** The answer in a sentence, four figures, the picture, its table. Every number opens its items. */
export function BalancePage({ product, today, now }: BalancePageProps) {
  const [view, setView] = useQueryStates(balanceParameters);
  const mayShare = useMayShare();
  const query = balanceQueryOf(view, { ...product, today });
  const balance = useQuery(balanceOptions(product.id, query));
  const stock = useQuery(balanceOptions(product.id, stockQueryOf(query)));
  const present = useQuery(presentOptions(product.id, query, balance.data));
  const sources = useSources(product.id);
  const told = useAnswered(view, balance.data !== undefined && !balance.isPlaceholderData);
  const [selection, setSelection] = useState<ItemsSelection | null>(null);
  const [drawerWanted, setDrawerWanted] = useState(false);
  const open = (chosen: ItemsSelection) => {
    setDrawerWanted(true);
    setSelection(chosen);
  };
  const shared = () => ({
    kind: "balance" as const,
    productId: product.id,
    // The picture as it is seen, which the numbers do not depend on.
    query: queryString({ ...query, view: view.view }).slice(1),
  });
  // Back takes the last choice back.
  const change = (changed: Partial<typeof view>) => void setView(changed, { history: "push" });
  return (
    <div className={classes.page}>
      <BalanceBar
        productId={product.id}
        view={view}
        onChange={change}
        bucket={query.bucket}
        boards={[...new Set(sources.flatMap(({ sprintBoards }) => sprintBoards))]}
        knownDay={() => offeredDay(product, { ...product, today })}
      />
      {view.asKnownAt ? (
        <KnownControl
          product={product}
          asKnownAt={view.asKnownAt}
          today={today}
          past={balance.isPlaceholderData ? undefined : balance.data}
          present={present.data}
          onKnown={(asKnownAt) => change({ asKnownAt })}
        />
      ) : null}
      <FilterChips productId={product.id} filters={view} sources={sources} onChange={change} />
      <SyncBanner sources={sources} />
      {balance.data ? (
        <BalanceReport
          product={product}
          balance={balance.data}
          stock={stock.data}
          stockFailure={
            stock.isError && !stock.data
              ? { error: stock.error, onRetry: () => void stock.refetch() }
              : undefined
          }
          present={told.asKnownAt ? present.data : undefined}
          view={told}
          sources={sources}
          today={today}
          now={now}
          updating={balance.isPlaceholderData}
          share={mayShare ? <ShareButton look="quiet" share={shared} /> : null}
          onView={change}
          onOpen={open}
        />
      ) : null}
      {balance.isPending ? <BalanceSkeleton /> : null}
      {balance.isError && !balance.data ? (
        <BalanceFailure
          error={balance.error}
          onRetry={() => void balance.refetch()}
          onView={change}
        />
      ) : null}
      {drawerWanted ? (
        <ItemsDrawer
          productId={product.id}
          timeZone={product.timeZone}
          selection={selection}
          onClose={() => setSelection(null)}
        />
      ) : null}
    </div>
  );
}

/** The last view whose answer has come: numbers and the words about them change together. */
function useAnswered(view: BalanceView, isAnswered: boolean): BalanceView {
  const [answered, setAnswered] = useState(view);
  if (isAnswered && !isSame(answered, view)) setAnswered(view);
  return isAnswered ? view : answered;
}

function isSame(one: BalanceView, other: BalanceView): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
