"use client";

import { Checkbox, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { useId } from "react";
import tableClasses from "@/components/balance/balance-table.module.css";
import type { NumberClicked } from "@/components/balance/items-behind";
import { OpenNumber } from "@/components/balance/open-number";
import flow from "@/components/flow/flow.module.css";
import { CategorySwatch } from "@/components/ui/category-swatch";
import { formatAmount, formatCount, formatShare } from "@/components/ui/format";
import { Link } from "@/components/ui/link";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { Portfolio, PortfolioProduct } from "@/lib/contracts/portfolio";
import { classifiedOf } from "@/lib/domain/balance";
import { balanceCategories } from "@/lib/domain/category";
import { categoryWords } from "@/lib/domain/glossary";
import classes from "./portfolio.module.css";
import type { portfolioOrders } from "./portfolio-parameters";
import { agreedWords, inOrder, syncedWords, trendWords } from "./portfolio-words";
import { ShareBar } from "./share-bar";
import { ShareLine } from "./share-line";
import { TogetherNumber } from "./together-number";

type Order = (typeof portfolioOrders)[number];

type PortfolioTableProps = {
  portfolio: Portfolio;
  order: Order;
  beside: string[];
  now: number;
  locale: string;
  hrefOf: (product: PortfolioProduct) => string;
  onOrder: (order: Order) => void;
  onBeside: (product: PortfolioProduct, isChosen: boolean) => void;
  onOpen: (product: PortfolioProduct, clicked: NumberClicked) => void;
};

/** A line for each product, and one for what they come to. */
export function PortfolioTable(props: PortfolioTableProps) {
  const { portfolio, order, beside, now, locale, hrefOf, onOrder, onBeside, onOpen } = props;
  const { items, whole, bucket } = portfolio;
  const scope = useId().replaceAll(/[^\w]/g, "");
  const isAgreed = items.some(({ targets }) => targets.length > 0);
  const isAsked = items.some(({ reasonsToTalk }) => reasonsToTalk > 0);
  const ordered = (by: Order, name: string) => (
    <UnstyledButton className={classes.order} fz="inherit" onClick={() => onOrder(by)}>
      {name}
    </UnstyledButton>
  );
  const sorted = (by: Order, how: "ascending" | "descending") => (order === by ? how : "none");
  const together = (category: "feature" | "unclassified") => (
    <TogetherNumber
      amount={whole.totals.counts[category]}
      category={category}
      products={inOrder(items, order).filter(({ counted }) => counted)}
      locale={locale}
      onOpen={(product) => onOpen(product, { bucket: null, category })}
    />
  );
  const trend = ({ buckets }: Pick<PortfolioProduct, "buckets">) => (
    <td className={`${classes.left} ${classes.trend}`}>
      <ShareLine buckets={buckets} />
      <VisuallyHidden>{trendWords({ buckets }, bucket, locale)}</VisuallyHidden>
    </td>
  );
  return (
    <ScrollRegion label="Products">
      <table className={`${tableClasses.table} ${flow.table} ${classes.table}`}>
        <caption>
          {balanceCategories.map((category) => (
            <span key={category} className={classes.legend}>
              <CategorySwatch category={category} /> {categoryWords[category].name}
            </span>
          ))}
        </caption>
        <thead>
          <tr>
            <th scope="col" className={classes.left}>
              Beside
            </th>
            <th scope="col" className={classes.left} aria-sort={sorted("name", "ascending")}>
              {ordered("name", "Product")}
            </th>
            <th scope="col" className={classes.left}>
              Balance
            </th>
            <th scope="col" aria-sort={sorted("share", "descending")}>
              {ordered("share", "Feature share")}
            </th>
            <th scope="col">Feature, of classified</th>
            <th scope="col">Unclassified</th>
            <th scope="col" className={classes.left}>
              Share by {bucket}
            </th>
            {isAgreed ? <th scope="col">Agreed</th> : null}
            {isAsked ? <th scope="col">To talk about</th> : null}
            <th scope="col" className={classes.left}>
              Synced
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder(items, order).map((product) => {
            const { id, name, sample, totals } = product;
            const { counts, shares } = totals;
            const number = (category: "feature" | "unclassified") => (
              <OpenNumber
                amount={formatAmount(counts[category], locale)}
                what={`${category}, ${name}`}
                onClick={() => onOpen(product, { bucket: null, category })}
              />
            );
            return (
              <tr key={id}>
                <td className={classes.left}>
                  <Checkbox
                    size="xs"
                    aria-label={`Side by side: ${name}`}
                    checked={beside.includes(id)}
                    onChange={({ currentTarget }) => onBeside(product, currentTarget.checked)}
                  />
                </td>
                <th scope="row">
                  <Link href={hrefOf(product)} className={classes.name} dir="auto">
                    {name}
                  </Link>
                  {sample ? <span className={tableClasses.note}> sample</span> : null}
                </th>
                <td className={classes.left}>
                  <ShareBar shares={shares} scope={`${scope}-${id}`} />
                </td>
                <td>{formatShare(shares.feature, locale)}</td>
                <td>
                  {number("feature")} of {formatAmount(classifiedOf(counts), locale)}
                </td>
                <td>{number("unclassified")}</td>
                {trend(product)}
                {isAgreed ? <td>{agreedWords(product, locale)}</td> : null}
                {isAsked ? (
                  <td className={classes.reasons}>
                    <ReasonsLink product={product} locale={locale} />
                  </td>
                ) : null}
                <td className={classes.wraps}>{syncedWords(product, now)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row">Together</th>
            <td className={classes.left}>
              <ShareBar shares={whole.totals.shares} scope={`${scope}-whole`} />
            </td>
            <td>{formatShare(whole.totals.shares.feature, locale)}</td>
            <td>
              {together("feature")} of {formatAmount(classifiedOf(whole.totals.counts), locale)}
            </td>
            <td>{together("unclassified")}</td>
            {trend(whole)}
            {isAgreed ? <td /> : null}
            {isAsked ? <td /> : null}
            <td />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

function ReasonsLink({ product, locale }: { product: PortfolioProduct; locale: string }) {
  const { id, name, reasonsToTalk } = product;
  if (reasonsToTalk === 0) return null;
  return (
    <Link href={`/products/${id}/agreement#reasons`}>
      {formatCount(reasonsToTalk, "reason", locale)}
      <VisuallyHidden> to talk about {name}</VisuallyHidden>
    </Link>
  );
}
