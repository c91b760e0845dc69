import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { prefetch } from "@/app/products/prefetch";
import { itemsParameters } from "@/components/items/filter-parameters";
import { ItemsPage } from "@/components/items/items-page";
import { itemsKey, itemsPageSize, itemsQueryOf } from "@/components/items/items-query";
import { sourcesKey } from "@/components/sources/sources-query";
import { teamsKey } from "@/components/teams/teams-query";
import { listItemsSchema } from "@/lib/contracts/items";
import { listItems } from "@/lib/services/list-items";
import { listSources } from "@/lib/services/list-sources";
import { listTeams } from "@/lib/services/list-teams";

export const metadata: Metadata = { title: "Items" };

const loadView = createLoader(itemsParameters);

type PageProps = { params: Promise<{ productId: string }>; searchParams: Promise<SearchParams> };

export default async function Page({ params, searchParams }: PageProps) {
  const product = await findProduct((await params).productId);
  const ctx = await getContext();
  const query = itemsQueryOf(await loadView(searchParams));
  const parsed = listItemsSchema.safeParse({ ...query, limit: itemsPageSize });
  const queryClient = new QueryClient();
  await prefetch(queryClient, sourcesKey(product.id), () =>
    listSources({ ctx, input: { productId: product.id } }),
  );
  if (parsed.success) {
    await prefetch(queryClient, itemsKey(product.id, query), async () => ({
      pages: [await listItems({ ctx, input: { productId: product.id, query: parsed.data } })],
      pageParams: [null],
    }));
  }
  if (query.team) {
    await prefetch(queryClient, teamsKey(product.id), () =>
      listTeams({ ctx, input: { productId: product.id } }),
    );
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ItemsPage product={product} />
    </HydrationBoundary>
  );
}
