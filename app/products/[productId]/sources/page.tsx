import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { SourcesPage } from "@/components/sources/sources-page";
import { sourcesKey } from "@/components/sources/sources-query";
import { listSources } from "@/lib/services/list-sources";

export const metadata: Metadata = { title: "Sources" };

type PageProps = { params: Promise<{ productId: string }> };

export default async function Page({ params }: PageProps) {
  const product = await findProduct((await params).productId);
  const ctx = await getContext();
  const queryClient = new QueryClient();
  const sources = await listSources({ ctx, input: { productId: product.id } });
  queryClient.setQueryData(sourcesKey(product.id), sources);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <SourcesPage product={product} now={ctx.now().getTime()} />
    </HydrationBoundary>
  );
}
