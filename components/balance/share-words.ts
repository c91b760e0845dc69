import { formatShare, wholePercent } from "@/components/ui/format";
import type { Counts } from "@/lib/domain/balance";
import { balanceCategories, type ChartedCategory, chartedCategories } from "@/lib/domain/category";

/** The four categories together: what shares are parts of. */
export function classifiedOf(counts: Counts): number {
  return balanceCategories.reduce((sum, category) => sum + counts[category], 0);
}

/** All that is drawn. */
export function drawnOf(counts: Counts): number {
  return chartedCategories.reduce((sum, category) => sum + counts[category], 0);
}

/** The feature share in whole percent. */
export function featureWords(feature: number | null, locale: string): string {
  return formatShare(feature, locale);
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
