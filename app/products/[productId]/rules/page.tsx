import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { RulesPage } from "@/components/rules/rules-page";
import { rulesKey } from "@/components/rules/rules-query";
import { getRules } from "@/lib/services/get-rules";

export const metadata: Metadata = { title: "Rules" };

type PageProps = { params: Promise<{ productId: string }> };

export default async function Page({ params }: PageProps) {
  const product = await findProduct((await params).productId);
  const ctx = await getContext();
  const queryClient = new QueryClient();
  const rules = await getRules({ ctx, input: { productId: product.id } });
  queryClient.setQueryData(rulesKey(product.id), rules);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <RulesPage product={product} />
    </HydrationBoundary>
  );
}
