import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { prefetch } from "@/app/products/prefetch";
import { agreementsKey, stagesKey } from "@/components/agreements/agreements-query";
import { todayIn } from "@/components/balance/calendar";
import { ForecastPage } from "@/components/forecast/forecast-page";
import { listAgreements } from "@/lib/services/list-agreements";
import { listStages } from "@/lib/services/list-stages";

export const metadata: Metadata = { title: "What if" };

type PageProps = { params: Promise<{ productId: string }> };

/** The simulation itself is asked for by the page: nobody waits for it to see the page. */
export default async function Page({ params }: PageProps) {
  const product = await findProduct((await params).productId);
  const ctx = await getContext();
  const input = { productId: product.id, exceptions: false };
  const queryClient = new QueryClient();
  await Promise.all([
    prefetch(queryClient, stagesKey(product.id), () => listStages({ ctx, input })),
    prefetch(queryClient, agreementsKey(product.id, "agreements"), () =>
      listAgreements({ ctx, input }),
    ),
  ]);
  const today = todayIn(product.timeZone, ctx.now().getTime());
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ForecastPage product={product} today={today} />
    </HydrationBoundary>
  );
}
