import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { prefetch } from "@/app/products/prefetch";
import { MeetingsPage } from "@/components/meetings/meetings-page";
import { meetingsKey } from "@/components/meetings/meetings-query";
import { listMeetings } from "@/lib/services/list-meetings";

export const metadata: Metadata = { title: "Meetings" };

type PageProps = { params: Promise<{ productId: string }> };

export default async function Page({ params }: PageProps) {
  const product = await findProduct((await params).productId);
  const ctx = await getContext();
  const queryClient = new QueryClient();
  await prefetch(queryClient, meetingsKey(product.id), () =>
    listMeetings({ ctx, input: { productId: product.id } }),
  );
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <MeetingsPage product={product} />
    </HydrationBoundary>
  );
}
