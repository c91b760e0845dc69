import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { prefetch } from "@/app/products/prefetch";
import { BalancePage } from "@/components/balance/balance-page";
import {
  type BalanceQuery,
  balanceKey,
  balanceQueryOf,
  stockQueryOf,
} from "@/components/balance/balance-query";
import { todayIn } from "@/components/balance/calendar";
import { balanceParameters } from "@/components/balance/view-parameters";
import { notesKey } from "@/components/notes/notes-query";
import { sourcesKey } from "@/components/sources/sources-query";
import { teamsKey } from "@/components/teams/teams-query";
import { type Balance, getBalanceSchema } from "@/lib/contracts/balance";
import { getBalance } from "@/lib/services/get-balance";
import { listNotes } from "@/lib/services/list-notes";
import { listSources } from "@/lib/services/list-sources";
import { listTeams } from "@/lib/services/list-teams";

export const metadata: Metadata = { title: "Balance" };

const loadView = createLoader(balanceParameters);

type PageProps = { params: Promise<{ productId: string }>; searchParams: Promise<SearchParams> };

export default async function Page({ params, searchParams }: PageProps) {
  const product = await findProduct((await params).productId);
  const ctx = await getContext();
  const now = ctx.now().getTime();
  const today = todayIn(product.timeZone, now);
  const query = balanceQueryOf(await loadView(searchParams), { ...product, today });
  const queryClient = new QueryClient();
  const read = (asked: BalanceQuery) => {
    const parsed = getBalanceSchema.safeParse(asked);
    if (!parsed.success) return Promise.resolve();
    return prefetch(queryClient, balanceKey(product.id, asked), () =>
      getBalance({ ctx, input: { productId: product.id, query: parsed.data } }),
    );
  };
  await Promise.all([
    read(query),
    read(stockQueryOf(query)),
    prefetch(queryClient, sourcesKey(product.id), () =>
      listSources({ ctx, input: { productId: product.id } }),
    ),
  ]);
  const answered = queryClient.getQueryData<Balance>(balanceKey(product.id, query));
  if (answered) {
    const { from, to } = answered;
    await prefetch(queryClient, notesKey(product.id, answered), () =>
      listNotes({ ctx, input: { productId: product.id, query: { from, to } } }),
    );
  }
  if (query.team) {
    await prefetch(queryClient, teamsKey(product.id), () =>
      listTeams({ ctx, input: { productId: product.id } }),
    );
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <BalancePage product={product} today={today} now={now} />
    </HydrationBoundary>
  );
}
