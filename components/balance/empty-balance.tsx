"use client";

import { Button, Group, Text, Title } from "@mantine/core";
import { noFilters } from "@/components/items/filter-parameters";
import { emptyWords, isArriving } from "@/components/sources/source-words";
import { Link } from "@/components/ui/link";
import type { Balance } from "@/lib/contracts/balance";
import type { Product } from "@/lib/contracts/products";
import type { Source } from "@/lib/contracts/sources";
import { drawnOf } from "@/lib/domain/balance";
import { unitWords } from "@/lib/domain/glossary";
import classes from "./empty-balance.module.css";
import type { Period } from "./period";
import type { BalanceView } from "./view-parameters";

/** True where there is not one bar to draw. */
export function isEmpty({ buckets, totals }: Balance): boolean {
  return drawnOf(totals.counts) === 0 && buckets.every(({ counts }) => drawnOf(counts) === 0);
}

type EmptyBalanceProps = {
  product: Product;
  balance: Balance;
  sources: Source[];
  filtered: boolean;
  period: Period;
  onView: (change: Partial<BalanceView>) => void;
};

/** In the chart's place where there is nothing to draw: what to do next. */
export function EmptyBalance(props: EmptyBalanceProps) {
  const { product, balance, sources, filtered, period, onView } = props;
  const items = sources.reduce((sum, source) => sum + source.itemCount, 0);
  if (sources.length === 0) {
    return (
      <Next title="No source is connected yet." text="Connect one, and its items appear here.">
        <Button component={Link} href={`/products/${product.id}/sources`}>
          Connect a repository or project
        </Button>
      </Next>
    );
  }
  if (isArriving(sources)) {
    return <Next title="The items are on their way." text="The chart grows as they arrive." />;
  }
  if (items === 0) {
    return (
      <Next title="No items are stored." text={emptyWords(sources)}>
        <Button component={Link} href={`/products/${product.id}/sources`}>
          Look at the sources
        </Button>
      </Next>
    );
  }
  if (balance.totals.unestimated > 0) {
    return (
      <Next
        title={
          balance.unit === "points"
            ? "No item here has an estimate."
            : "No item here was in progress before it was done."
        }
        text={unitWords[balance.unit].meaning}
      >
        <Button onClick={() => onView({ unit: "items" })}>Count items instead</Button>
      </Next>
    );
  }
  const wider = {
    period: "all",
    bucket: null,
    from: null,
    to: null,
  } as const satisfies Partial<BalanceView>;
  return (
    <Next
      title="Nothing to draw here."
      text={
        filtered
          ? "No item matches the filters in this period."
          : "Items are stored, but none of them falls into this period."
      }
    >
      <Group gap="xs">
        {filtered ? <Button onClick={() => onView(noFilters)}>Clear the filters</Button> : null}
        {period === "all" ? null : (
          <Button variant={filtered ? "default" : "filled"} onClick={() => onView(wider)}>
            Show the whole history
          </Button>
        )}
        <Button variant="default" component={Link} href={`/products/${product.id}/items`}>
          Look at all items
        </Button>
      </Group>
    </Next>
  );
}

type NextProps = { title: string; text: string; children?: React.ReactNode };

function Next({ title, text, children }: NextProps) {
  return (
    <div className={classes.empty}>
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" mb="md">
        {text}
      </Text>
      {children}
    </div>
  );
}
