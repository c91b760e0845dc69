"use client";

import { Button, Skeleton, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { createSerializer, useQueryStates } from "nuqs";
import { useState } from "react";
import { ViewerProvider } from "@/components/accounts/viewer";
import type { NumberClicked } from "@/components/balance/items-behind";
import { selectionOf } from "@/components/balance/selection";
import { balanceParameters } from "@/components/balance/view-parameters";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { Link } from "@/components/ui/link";
import { ReadFailure } from "@/components/ui/read-failure";
import updatingClasses from "@/components/ui/updating.module.css";
import { useLocale } from "@/components/ui/use-locale";
import { useNow } from "@/components/ui/use-now";
import type { Portfolio, PortfolioProduct } from "@/lib/contracts/portfolio";
import type { Actor } from "@/lib/rights/actor";
import { mayDoInWorkspace } from "@/lib/rights/may-do";
import classes from "./portfolio.module.css";
import { PortfolioBar } from "./portfolio-bar";
import { portfolioParameters } from "./portfolio-parameters";
import { portfolioFileAddress, portfolioOptions, portfolioQueryOf } from "./portfolio-query";
import { PortfolioReport } from "./portfolio-report";
import { portfolioSentence, productBalance } from "./portfolio-words";

const ItemsDrawer = dynamic(
  () => import("@/components/items/items-drawer").then((module) => module.ItemsDrawer),
  { ssr: false },
);

const balanceAddress = createSerializer(balanceParameters);

type Opened = { product: PortfolioProduct; selection: ItemsSelection };

type PortfolioPageProps = { actor: Actor; today: string; now: number };

/** Every product of the workspace, on the same days. `now` is the instant as the server saw it. */
export function PortfolioPage({ actor, today, now }: PortfolioPageProps) {
  const [view, setView] = useQueryStates(portfolioParameters);
  const query = portfolioQueryOf(view, today);
  const portfolio = useQuery(portfolioOptions(query));
  const locale = useLocale();
  const router = useRouter();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isShown, setIsShown] = useState(false);
  const open = (answer: Portfolio, product: PortfolioProduct, clicked: NumberClicked) => {
    const balance = productBalance(answer, product);
    const { title, ...selection } = selectionOf(balance, clicked, {}, { locale });
    setOpened({ product, selection: { ...selection, title: `${product.name}: ${title}` } });
    setIsShown(true);
  };
  const { period, from, to, bucket, measure, unit } = view;
  const hrefOf = ({ id }: PortfolioProduct) =>
    balanceAddress(`/products/${id}/balance`, { period, from, to, bucket, measure, unit });
  const current = useNow(now);
  return (
    <main id="main" className={classes.page} tabIndex={-1}>
      <Link href="/" className={classes.back}>
        ← Back to the product
      </Link>
      <PortfolioBar
        view={view}
        bucket={query.bucket}
        exportHref={portfolioFileAddress(query)}
        onChange={(change) => void setView(change)}
      />
      {portfolio.data ? (
        <div
          className={portfolio.isPlaceholderData ? updatingClasses.updating : ""}
          aria-busy={portfolio.isPlaceholderData}
        >
          <Title order={1} className={classes.sentence}>
            {portfolioSentence(portfolio.data, locale)}
          </Title>
          {portfolio.data.items.length === 0 ? (
            mayDoInWorkspace(actor, "create_products") && (
              <Button component={Link} href="/new" mt="sm">
                Connect a repository or project
              </Button>
            )
          ) : (
            <PortfolioReport
              portfolio={portfolio.data}
              view={view}
              now={current}
              locale={locale}
              hrefOf={hrefOf}
              onView={(change) => void setView(change)}
              onOpen={(product, clicked) => open(portfolio.data, product, clicked)}
              onChoose={(product) => router.push(hrefOf(product))}
            />
          )}
        </div>
      ) : null}
      {portfolio.isPending ? <Skeleton height={320} /> : null}
      {portfolio.isError && !portfolio.data ? (
        <>
          <Title order={1} className={classes.sentence}>
            Portfolio
          </Title>
          <ReadFailure
            title="The products could not be read"
            error={portfolio.error}
            onRetry={() => void portfolio.refetch()}
          />
        </>
      ) : null}
      {opened ? (
        <ViewerProvider key={opened.product.id} actor={actor} productId={opened.product.id}>
          <ItemsDrawer
            productId={opened.product.id}
            timeZone={opened.product.timeZone}
            selection={isShown ? opened.selection : null}
            onClose={() => setIsShown(false)}
          />
        </ViewerProvider>
      ) : null}
    </main>
  );
}
