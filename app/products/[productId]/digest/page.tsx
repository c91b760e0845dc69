import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { prefetch } from "@/app/products/prefetch";
import { DigestPage } from "@/components/talks/digest-page";
import { digestKey, digestsKey } from "@/components/talks/digests-query";
import { listDigestsSchema } from "@/lib/contracts/digests";
import { getDigest } from "@/lib/services/get-digest";
import { getKeptDigest } from "@/lib/services/get-kept-digest";
import { listDigests } from "@/lib/services/list-digests";

export const metadata: Metadata = { title: "Digest" };

const loadView = createLoader({ digest: parseAsString });

type PageProps = { params: Promise<{ productId: string }>; searchParams: Promise<SearchParams> };

export default async function Page({ params, searchParams }: PageProps) {
  const product = await findProduct((await params).productId);
  const { digest: digestId } = await loadView(searchParams);
  const ctx = await getContext();
  const input = { productId: product.id };
  const queryClient = new QueryClient();
  await Promise.all([
    prefetch(queryClient, digestsKey(product.id), async () => ({
      pages: [await listDigests({ ctx, input: { ...input, ...listDigestsSchema.parse({}) } })],
      pageParams: [null],
    })),
    prefetch(queryClient, digestKey(product.id, digestId), () =>
      digestId === null ? getDigest({ ctx, input }) : getKeptDigest({ ctx, input: { digestId } }),
    ),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <DigestPage product={product} />
    </HydrationBoundary>
  );
}
