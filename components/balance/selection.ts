import { activeFilters } from "@/components/items/filter-parameters";
import type { ItemsSelection } from "@/components/items/items-drawer";
import { knownWords } from "@/components/items/known-words";
import { formatCount, formatDay, formatDayRange } from "@/components/ui/format";
import type { Balance, BalanceBucket } from "@/lib/contracts/balance";
import { contestedOf } from "@/lib/contracts/balance-figures";
import { drawnOf } from "@/lib/domain/balance";
import { categoryWords, measureWords, unitWords } from "@/lib/domain/glossary";
import { bucketName } from "./bucket-words";
import { itemsBehind, type NumberClicked, type Scope } from "./items-behind";
import type { BalanceView } from "./view-parameters";

/** What narrows the items behind every number of a view. */
export function scopeOf(view: BalanceView): Scope {
  return { ...activeFilters(view), ...(view.asKnownAt && { asKnownAt: view.asKnownAt }) };
}

/** A clicked number: what it counts, in words and as a question for its items. */
export function selectionOf(
  balance: Balance,
  clicked: NumberClicked,
  scope: Scope,
  { locale, name }: { locale: string; name?: string },
): ItemsSelection {
  const what = name ?? nameOf(clicked);
  const bucket = balance.buckets.find(({ start }) => start === clicked.bucket?.start);
  const amount = amountOf(bucket ?? balance.totals, clicked);
  const noun = unitWords[balance.unit].noun;
  const { asKnownAt } = scope;
  const asKnown = asKnownAt
    ? `, as known on ${knownWords(asKnownAt, locale, balance.timeZone)}`
    : "";
  return {
    title: `${what}, ${spanOf(balance, bucket, locale)}`,
    clicked: `${measureWords[balance.measure].name}: ${formatCount(amount, noun, locale)} in the chart${asKnown}`,
    query: itemsBehind(balance, clicked, scope),
  };
}

/** The items that add nothing to an answer in points or effort. */
export function unestimatedSelection(
  balance: Balance,
  scope: Scope,
  locale: string,
): ItemsSelection {
  const all = itemsBehind(balance, { bucket: null, category: null }, scope);
  const { lacking } = unitWords[balance.unit];
  const without: Scope = balance.unit === "points" ? { estimated: "no" } : { measured: "no" };
  return {
    title: `${lacking.replace(/^./, (first) => first.toUpperCase())}, ${spanOf(balance, undefined, locale)}`,
    clicked: `${formatCount(balance.totals.unestimated, "item", locale)} ${lacking}`,
    query: { ...all, ...without },
  };
}

function spanOf(balance: Balance, bucket: BalanceBucket | undefined, locale: string): string {
  if (bucket) return bucketName(bucket, balance.bucket, locale);
  if (balance.measure === "open") return formatDay(balance.to, locale);
  return formatDayRange(balance.from, balance.to, locale);
}

function nameOf({ category, contested }: NumberClicked): string {
  if (contested) return "Contested";
  return category ? categoryWords[category].name : "All categories";
}

function amountOf(
  figures: Pick<BalanceBucket, "counts" | "excluded" | "contested">,
  { category, contested }: NumberClicked,
): number {
  if (contested) return contestedOf(figures);
  if (category === null) return drawnOf(figures.counts);
  return category === "excluded" ? figures.excluded : figures.counts[category];
}
