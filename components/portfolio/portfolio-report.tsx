"use client";

import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import type { NumberClicked } from "@/components/balance/items-behind";
import { SplitBucketTable } from "@/components/split/split-bucket-table";
import type { Portfolio, PortfolioProduct } from "@/lib/contracts/portfolio";
import { PortfolioBeside } from "./portfolio-beside";
import type { PortfolioView } from "./portfolio-parameters";
import { PortfolioTable } from "./portfolio-table";
import { inOrder, portfolioNotes } from "./portfolio-words";

type PortfolioReportProps = {
  portfolio: Portfolio;
  view: PortfolioView;
  now: number;
  locale: string;
  hrefOf: (product: PortfolioProduct) => string;
  onView: (change: Partial<PortfolioView>) => void;
  onOpen: (product: PortfolioProduct, clicked: NumberClicked) => void;
  onChoose: (product: PortfolioProduct) => void;
};

/** The products' lines, two of them side by side where they are chosen, and all by bucket. */
export function PortfolioReport(props: PortfolioReportProps) {
  const { portfolio, view, now, locale, hrefOf, onView, onOpen, onChoose } = props;
  const [table, setTable] = useState(false);
  const { items, bucket, nextCursor } = portfolio;
  const [first, second] = view.beside.flatMap((id) => items.filter((one) => one.id === id));
  return (
    <>
      <Text size="sm" c="dimmed" my={4}>
        {portfolioNotes(portfolio, locale).join(" ")}
      </Text>
      <PortfolioTable
        portfolio={portfolio}
        order={view.order}
        beside={view.beside}
        now={now}
        locale={locale}
        hrefOf={hrefOf}
        onOrder={(order) => onView({ order })}
        // A third takes the place of the one that was ticked first.
        onBeside={({ id }, isChosen) => {
          const others = view.beside.filter((one) => one !== id);
          onView({ beside: isChosen ? [...others, id].slice(-2) : others });
        }}
        onOpen={onOpen}
      />
      <Group gap="md" my={8}>
        <Button
          variant="transparent"
          size="compact-sm"
          px={0}
          aria-expanded={table}
          onClick={() => setTable(!table)}
        >
          {table ? `Hide the table by ${bucket}` : `Show the table by ${bucket}`}
        </Button>
        {view.cursor ? (
          <Button variant="default" size="xs" onClick={() => onView({ cursor: null })}>
            First page
          </Button>
        ) : null}
        {nextCursor ? (
          <Button variant="default" size="xs" onClick={() => onView({ cursor: nextCursor })}>
            Next page
          </Button>
        ) : null}
      </Group>
      {table ? (
        <SplitBucketTable
          label={`The products by ${bucket} as a table`}
          parts={inOrder(items, view.order)}
          bucket={bucket}
          unit={portfolio.unit}
          locale={locale}
          onOpen={onOpen}
        />
      ) : null}
      {first && second ? (
        <PortfolioBeside
          portfolio={portfolio}
          pair={[first, second]}
          locale={locale}
          onOpen={onOpen}
          onChoose={onChoose}
        />
      ) : (
        <Text size="sm" c="dimmed">
          Tick two products to see them side by side.
        </Text>
      )}
    </>
  );
}
