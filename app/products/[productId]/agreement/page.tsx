import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { getContext } from "@/app/_server/context";
import { findProduct } from "@/app/products/find-product";
import { prefetch } from "@/app/products/prefetch";
import { AgreementPage } from "@/components/agreements/agreement-page";
import { agreementsKey, stagesKey } from "@/components/agreements/agreements-query";
import { todayIn } from "@/components/balance/calendar";
import { triggersKey } from "@/components/talks/triggers-query";
import { teamsKey } from "@/components/teams/teams-query";
import { listAgreements } from "@/lib/services/list-agreements";
import { listStages } from "@/lib/services/list-stages";
import { listTeams } from "@/lib/services/list-teams";
import { listTriggers } from "@/lib/services/list-triggers";

export const metadata: Metadata = { title: "Agreement" };

type PageProps = { params: Promise<{ productId: string }> };

export default async function Page({ params }: PageProps) {
  const product = await findProduct((await params).productId);
  const ctx = await getContext();
  const input = { productId: product.id };
  const queryClient = new QueryClient();
  const readKind = (kind: "agreements" | "exceptions") =>
    prefetch(queryClient, agreementsKey(product.id, kind), () =>
      listAgreements({ ctx, input: { ...input, exceptions: kind === "exceptions" } }),
    );
  await Promise.all([
    prefetch(queryClient, stagesKey(product.id), () => listStages({ ctx, input })),
    readKind("agreements"),
    readKind("exceptions"),
    prefetch(queryClient, teamsKey(product.id), () => listTeams({ ctx, input })),
    prefetch(queryClient, triggersKey(product.id), () => listTriggers({ ctx, input })),
  ]);
  const today = todayIn(product.timeZone, ctx.now().getTime());
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <AgreementPage product={product} today={today} />
    </HydrationBoundary>
  );
}
