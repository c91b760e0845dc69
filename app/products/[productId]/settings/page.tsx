import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { prefetch } from "@/app/products/prefetch";
import { SettingsPage } from "@/components/products/settings-page";
import { productWebhookKey } from "@/components/talks/webhook-query";
import { getProductWebhook } from "@/lib/services/get-product-webhook";

export const metadata: Metadata = { title: "Settings" };

type PageProps = { params: Promise<{ productId: string }> };

export default async function Page({ params }: PageProps) {
  const product = await findProduct((await params).productId);
  const ctx = await getContext();
  const queryClient = new QueryClient();
  await prefetch(queryClient, productWebhookKey(product.id), () =>
    getProductWebhook({ ctx, input: { productId: product.id } }),
  );
  const known = [product.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")];
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <SettingsPage product={product} timeZones={[...new Set(known)]} />
    </HydrationBoundary>
  );
}
