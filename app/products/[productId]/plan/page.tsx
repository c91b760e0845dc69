import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { prefetch } from "@/app/products/prefetch";
import { PlanPage } from "@/components/plan/plan-page";
import { planKey } from "@/components/plan/plan-query";
import { getPlan } from "@/lib/services/get-plan";

export const metadata: Metadata = { title: "The next plan" };

type PageProps = { params: Promise<{ productId: string }> };

export default async function Page({ params }: PageProps) {
  const product = await findProduct((await params).productId);
  const ctx = await getContext();
  const queryClient = new QueryClient();
  await prefetch(queryClient, planKey(product.id, null), () =>
    getPlan({ ctx, input: { productId: product.id, query: {} } }),
  );
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PlanPage product={product} />
    </HydrationBoundary>
  );
}
