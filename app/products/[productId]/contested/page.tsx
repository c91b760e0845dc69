import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { prefetch } from "@/app/products/prefetch";
import { balanceKey, recentDelivery } from "@/components/balance/balance-query";
import { todayIn } from "@/components/balance/calendar";
import { ContestedPage } from "@/components/disputes/contested-page";
import { contestedQuery } from "@/components/disputes/contested-query";
import { itemsKey, itemsPageSize } from "@/components/items/items-query";
import { getBalanceSchema } from "@/lib/contracts/balance";
import { listItemsSchema } from "@/lib/contracts/items";
import { getBalance } from "@/lib/services/get-balance";
import { listItems } from "@/lib/services/list-items";

export const metadata: Metadata = { title: "Contested" };

type PageProps = { params: Promise<{ productId: string }> };

export default async function Page({ params }: PageProps) {
  const product = await findProduct((await params).productId);
  const ctx = await getContext();
  const query = listItemsSchema.parse({ ...contestedQuery, limit: itemsPageSize });
  const queryClient = new QueryClient();
  const today = todayIn(product.timeZone, ctx.now().getTime());
  const recent = recentDelivery({ ...product, today });
  await Promise.all([
    prefetch(queryClient, itemsKey(product.id, contestedQuery), async () => ({
      pages: [await listItems({ ctx, input: { productId: product.id, query } })],
      pageParams: [null],
    })),
    prefetch(queryClient, balanceKey(product.id, recent), () =>
      getBalance({ ctx, input: { productId: product.id, query: getBalanceSchema.parse(recent) } }),
    ),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ContestedPage product={product} today={today} />
    </HydrationBoundary>
  );
}
