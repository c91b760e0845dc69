"use client";

import { Anchor, Group, Stack, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useState } from "react";
import { addDays, todayIn } from "@/components/balance/calendar";
import { PeriodFields } from "@/components/balance/period-fields";
import { ItemDrawer } from "@/components/items/item-drawer";
import { ItemsPages } from "@/components/items/items-pages";
import { ListSkeleton } from "@/components/items/list-skeleton";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/load-more";
import { PageTitle } from "@/components/ui/page-title";
import { ReadFailure } from "@/components/ui/read-failure";
import { useLocale } from "@/components/ui/use-locale";
import type { Product } from "@/lib/contracts/products";
import classes from "./audit.module.css";
import { type AuditQuery, auditOptions, auditParameters, auditQueryOf } from "./audit-query";
import { auditSentence } from "./audit-words";
import { LateChanges } from "./late-changes";
import { LateMoves } from "./late-moves";

type AuditPageProps = { product: Product; today: string };

/** What became of items after they were closed, since that is how figures get polished. */
export function AuditPage({ product, today }: AuditPageProps) {
  const locale = useLocale();
  const [view, setView] = useQueryStates(auditParameters);
  const query = auditQueryOf(view, today, product.weekStart);
  const list = useInfiniteQuery(auditOptions(product.id, query));
  const [itemId, setItemId] = useState<string | null>(null);
  const [first] = list.data?.pages ?? [];
  const changes = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Stack gap="md">
      <PageTitle
        title="Changed after closing"
        about="Items whose category changed after they were closed, and because of what."
      />
      <ItemsPages productId={product.id} />
      <Group gap="xs" role="toolbar" aria-label="When the change was made">
        <PeriodFields
          choice={view}
          onPeriod={(period, days) => void setView({ period, ...days })}
          onDays={(days) => void setView(days)}
        />
      </Group>
      {list.isPending ? <ListSkeleton /> : null}
      {list.isError && !list.data ? (
        <ReadFailure
          title="The changes could not be read"
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {first ? (
        <div>
          <Title order={2} size="h3" className={classes.sentence} aria-live="polite">
            {auditSentence(first, { period: view.period, query, locale })}
          </Title>
          <BalanceBefore product={product} query={query} today={today} />
        </div>
      ) : null}
      {first && first.changedItems > 0 ? (
        <>
          <LateMoves moves={first.moves} locale={locale} />
          <LateChanges product={product} changes={changes} locale={locale} onDetail={setItemId} />
        </>
      ) : null}
      <LoadMore list={list} />
      <ItemDrawer
        productId={product.id}
        timeZone={product.timeZone}
        itemId={itemId}
        onClose={() => setItemId(null)}
      />
    </Stack>
  );
}

type BalanceBeforeProps = { product: Product; query: AuditQuery; today: string };

/** The way to the balance as it was known before the period, beside the one of now. */
function BalanceBefore({ product, query, today }: BalanceBeforeProps) {
  const first = todayIn(product.timeZone, Date.parse(product.createdAt));
  const before = query.from ? addDays(query.from, -1) : first;
  const known = before < first ? first : before;
  if (known >= today) return null;
  return (
    <Anchor
      component={Link}
      href={`/products/${product.id}/balance?asKnownAt=${known}`}
      size="sm"
      underline="always"
    >
      What that did to the balance
    </Anchor>
  );
}
