import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { prefetch } from "@/app/products/prefetch";
import { AuditPage } from "@/components/audit/audit-page";
import {
  auditKey,
  auditPageSize,
  auditParameters,
  auditQueryOf,
} from "@/components/audit/audit-query";
import { todayIn } from "@/components/balance/calendar";
import { listLateChangesSchema } from "@/lib/contracts/audit";
import { listLateChanges } from "@/lib/services/list-late-changes";

export const metadata: Metadata = { title: "Changed after closing" };

const loadView = createLoader(auditParameters);

type PageProps = { params: Promise<{ productId: string }>; searchParams: Promise<SearchParams> };

export default async function Page({ params, searchParams }: PageProps) {
  const product = await findProduct((await params).productId);
  const ctx = await getContext();
  const today = todayIn(product.timeZone, ctx.now().getTime());
  const query = auditQueryOf(await loadView(searchParams), today, product.weekStart);
  const parsed = listLateChangesSchema.safeParse({ ...query, limit: auditPageSize });
  const queryClient = new QueryClient();
  if (parsed.success) {
    await prefetch(queryClient, auditKey(product.id, query), async () => ({
      pages: [await listLateChanges({ ctx, input: { productId: product.id, query: parsed.data } })],
      pageParams: [null],
    }));
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <AuditPage product={product} today={today} />
    </HydrationBoundary>
  );
}
