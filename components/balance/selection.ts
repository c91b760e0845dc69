import type { ItemFilters } from "@/components/items/filter-parameters";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { formatCount, formatDay, formatDayRange } from "@/components/ui/format";
import type { Balance, BalanceBucket } from "@/lib/contracts/balance";
import type { CategoryOrNone } from "@/lib/domain/category";
import { categoryWords, measureWords } from "@/lib/domain/glossary";
import { bucketName } from "./bucket-words";
import { itemsBehind, type NumberClicked } from "./items-behind";
import { drawnOf } from "./share-words";

/** A clicked number: what it counts, in words and as a question for its items. */
export function selectionOf(
  balance: Balance,
  clicked: NumberClicked,
  filters: Partial<ItemFilters>,
  { locale, name }: { locale: string; name?: string },
): ItemsSelection {
  const what = name ?? (clicked.category ? categoryWords[clicked.category].name : "All categories");
  const bucket = balance.buckets.find(({ start }) => start === clicked.bucket?.start);
  const amount = amountOf(bucket ?? balance.totals, clicked.category);
  const noun = balance.unit === "items" ? "item" : "point";
  return {
    title: `${what}, ${spanOf(balance, bucket, locale)}`,
    clicked: `${measureWords[balance.measure].name}: ${formatCount(amount, noun, locale)} in the chart`,
    query: itemsBehind(balance, clicked, filters),
  };
}

/** The items that add no points to an answer in points. */
export function unestimatedSelection(
  balance: Balance,
  filters: Partial<ItemFilters>,
  locale: string,
): ItemsSelection {
  const all = itemsBehind(balance, { bucket: null, category: null }, filters);
  return {
    title: `Without an estimate, ${spanOf(balance, undefined, locale)}`,
    clicked: `${formatCount(balance.totals.unestimated, "item", locale)} without an estimate`,
    query: { ...all, estimated: "no" },
  };
}

function spanOf(balance: Balance, bucket: BalanceBucket | undefined, locale: string): string {
  if (bucket) return bucketName(bucket, balance.bucket, locale);
  if (balance.measure === "open") return formatDay(balance.to, locale);
  return formatDayRange(balance.from, balance.to, locale);
}

function amountOf(
  figures: Pick<BalanceBucket, "counts" | "excluded">,
  category: CategoryOrNone | null,
): number {
  if (category === null) return drawnOf(figures.counts);
  return category === "excluded" ? figures.excluded : figures.counts[category];
}
