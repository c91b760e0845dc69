import type { Figure } from "@/components/ui/figure";
import { formatAmount, formatCount, formatDay, formatShare } from "@/components/ui/format";
import type { Balance } from "@/lib/contracts/balance";
import { contestedOf } from "@/lib/contracts/balance-figures";
import { classifiedOf, drawnOf, type Measure } from "@/lib/domain/balance";
import { unitWords } from "@/lib/domain/glossary";
import { targetWords } from "./agreed-words";
import { bandWords } from "./share-words";

const totalLabel: Record<Measure, string> = {
  done: "Delivered",
  opened: "Opened",
  open: "Open",
};

/** How many there are of what is measured. */
export function totalFigure({ totals, measure, unit }: Balance, locale: string): Figure {
  const excluded =
    totals.excluded > 0
      ? `${formatAmount(totals.excluded, locale)} more excluded`
      : "none excluded";
  return {
    label: totalLabel[measure],
    value: formatCount(drawnOf(totals.counts), unitWords[unit].noun, locale),
    detail: excluded,
  };
}

/** The feature share with its counts and what is agreed; a band while some of it is contested. */
export function featureFigure({ totals, drift }: Balance, locale: string): Figure {
  const { feature } = totals.shares;
  const band = totals.contested.band?.feature;
  const agreed = drift
    ? `, agreed ${targetWords({ feature: drift.agreed, tolerance: drift.tolerance }, locale)}`
    : "";
  if (band) {
    return {
      label: "Feature share",
      value: bandWords(band, locale),
      detail: `${formatShare(feature, locale)} as counted, ${formatAmount(contestedOf(totals), locale)} contested`,
    };
  }
  return {
    label: "Feature share",
    value: formatShare(feature, locale),
    detail:
      feature === null
        ? lackWords(totals)
        : `${formatAmount(totals.counts.feature, locale)} of ${formatAmount(classifiedOf(totals.counts), locale)} classified${agreed}`,
  };
}

/** Why there is no share: what has a category and no estimate is not unclassified. */
function lackWords({ counts, unestimated }: Balance["totals"]): string {
  if (drawnOf(counts) > 0) return "nothing classified yet";
  return unestimated > 0 ? "nothing with an estimate" : "nothing to divide";
}

/** Tech debt still open at the end of the range, against its beginning. `stock` measures `open`. */
export function debtFigure(stock: Balance, locale: string): Figure {
  const noun = unitWords[stock.unit].noun;
  const now = stock.totals.counts.tech_debt;
  const first = stock.buckets.at(0);
  const ever = stock.buckets.some(({ counts }) => counts.tech_debt > 0);
  return {
    label: "Open tech debt",
    value: formatCount(now, noun, locale),
    detail:
      first && ever
        ? `${changeWords(now - first.counts.tech_debt, locale)} since ${formatDay(first.end, locale)}`
        : "none in this period",
  };
}

function changeWords(change: number, locale: string): string {
  if (change === 0) return "unchanged";
  return `${change > 0 ? "+" : "−"}${formatAmount(Math.abs(change), locale)}`;
}

/** How much of what is drawn has a category. */
export function coverageFigure({ totals }: Balance, locale: string): Figure {
  const open = totals.counts.unclassified;
  return {
    label: "Coverage",
    value: formatShare(totals.coverage, locale),
    detail: totals.coverage === null ? "no data" : `${formatAmount(open, locale)} unclassified`,
  };
}
