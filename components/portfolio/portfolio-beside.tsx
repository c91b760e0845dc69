"use client";

import { ComparisonTable } from "@/components/balance/comparison-table";
import { shareChange } from "@/components/balance/comparison-words";
import type { NumberClicked } from "@/components/balance/items-behind";
import { SplitPictures } from "@/components/split/split-pictures";
import type { Portfolio, PortfolioProduct } from "@/lib/contracts/portfolio";
import { besideWords, productBalance } from "./portfolio-words";

type PortfolioBesideProps = {
  portfolio: Portfolio;
  pair: [PortfolioProduct, PortfolioProduct];
  locale: string;
  onOpen: (product: PortfolioProduct, clicked: NumberClicked) => void;
  onChoose: (product: PortfolioProduct) => void;
};

/** Two products side by side: a sentence, category by category, and their seams on one scale. */
export function PortfolioBeside(props: PortfolioBesideProps) {
  const { portfolio, pair, locale, onOpen, onChoose } = props;
  const [a, b] = pair;
  const [first, second] = [productBalance(portfolio, a), productBalance(portfolio, b)];
  const noun = portfolio.unit === "items" ? "Items" : "Points";
  return (
    <>
      <ComparisonTable
        title={`${a.name} and ${b.name}`}
        sentence={besideWords(portfolio, pair, locale)}
        then={{ balance: first, column: `${noun}, ${a.name}`, what: a.name }}
        now={{ balance: second, column: `${noun}, ${b.name}`, what: b.name }}
        change="Difference in points"
        changeOf={(category) => shareChange(first, second, category, locale)}
        locale={locale}
        onOpen={(of, category) => onOpen(of === "then" ? a : b, { bucket: null, category })}
      />
      <SplitPictures
        parts={pair}
        bucket={portfolio.bucket}
        view="shares"
        locale={locale}
        onOpen={onOpen}
        onChoose={onChoose}
        chooseLabel={({ name }) => `Show the product ${name}`}
      />
    </>
  );
}
