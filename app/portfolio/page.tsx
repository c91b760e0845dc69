import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { getContext } from "@/app/_server/context";
import { prefetch } from "@/app/products/prefetch";
import { SessionWatch } from "@/components/accounts/session-watch";
import { todayIn } from "@/components/balance/calendar";
import { PortfolioPage } from "@/components/portfolio/portfolio-page";
import { portfolioParameters } from "@/components/portfolio/portfolio-parameters";
import { portfolioKey, portfolioQueryOf } from "@/components/portfolio/portfolio-query";
import { getPortfolioSchema } from "@/lib/contracts/portfolio";
import { getPortfolio } from "@/lib/services/get-portfolio";

export const metadata: Metadata = { title: "Portfolio" };

const loadView = createLoader(portfolioParameters);

export default async function Page({ searchParams }: { searchParams: Promise<SearchParams> }) {
  // First of all, since it tells the build that this page is not made ahead, without settings.
  const view = await loadView(searchParams);
  const ctx = await getContext();
  const now = ctx.now().getTime();
  const today = todayIn("UTC", now);
  const query = portfolioQueryOf(view, today);
  const queryClient = new QueryClient();
  const parsed = getPortfolioSchema.safeParse(query);
  if (parsed.success) {
    await prefetch(queryClient, portfolioKey(query), () =>
      getPortfolio({ ctx, input: { query: parsed.data } }),
    );
  }
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PortfolioPage actor={ctx.actor} today={today} now={now} />
      <SessionWatch actor={ctx.actor} />
    </HydrationBoundary>
  );
}
