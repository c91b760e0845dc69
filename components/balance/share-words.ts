import { formatAmount, formatShare, wholePercent } from "@/components/ui/format";
import { numberFormat } from "@/components/ui/formatters";
import type { Balance } from "@/lib/contracts/balance";
import type { ChartView, Counts } from "@/lib/domain/balance";
import type { ChartedCategory } from "@/lib/domain/category";

/** The feature share in whole percent. */
export function featureWords(feature: number | null, locale: string): string {
  return formatShare(feature, locale);
}

type Between = { least: number; most: number };

/** `58%` and `63%`, the ends of a band in whole percent: rounded outwards, so that they hold it. */
export function bandEnds({ least, most }: Between, locale: string): [least: string, most: string] {
  const percent = numberFormat(locale, { style: "percent" });
  const exact = (share: number) => Number((share * 100).toPrecision(12));
  return [
    percent.format(Math.floor(exact(least)) / 100),
    percent.format(Math.ceil(exact(most)) / 100),
  ];
}

/** `58%–63%`. */
export function bandWords(between: Between, locale: string): string {
  return bandEnds(between, locale).join("–");
}

/** The other side of the same balance: rounded so that the two read as 100 % together. */
export function upkeepWords(feature: number | null, locale: string): string {
  if (feature === null) return formatShare(null, locale);
  const upkeep = 1 - feature;
  const nearTheEnd = (upkeep > 0 && upkeep < 0.005) || (upkeep < 1 && upkeep >= 0.995);
  return formatShare(nearTheEnd ? upkeep : 1 - wholePercent(feature) / 100, locale);
}

/** A category's part in words: a share of the four, or for what is unclassified of everything drawn. */
export function shareWords(
  figures: { counts: Counts; shares: Record<string, number | null>; coverage: number | null },
  category: ChartedCategory,
  locale: string,
): string {
  if (category !== "unclassified") return formatShare(figures.shares[category] ?? null, locale);
  return formatShare(figures.coverage === null ? null : 1 - figures.coverage, locale);
}

/** A category's number over the whole range, in the form that the chart has. */
export function legendNumber(
  { totals }: Pick<Balance, "totals">,
  view: ChartView,
  category: ChartedCategory,
  locale: string,
): string {
  return view === "shares" && category !== "unclassified"
    ? shareWords(totals, category, locale)
    : formatAmount(totals.counts[category], locale);
}
