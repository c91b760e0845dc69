import { formatAmount, wholePercent } from "@/components/ui/format";
import type { Balance } from "@/lib/contracts/balance";
import { categoryOrNone } from "@/lib/domain/category";
import { featureWords } from "./share-words";

type Figures = Pick<Balance, "totals">;

/** What is known now of the days that a view of the past shows, in one sentence. */
export function knownSentence(past: Figures, present: Figures, locale: string): string {
  if (isSame(past, present)) return "Nothing has changed since about these days.";
  const [before, after] = [past.totals.shares.feature, present.totals.shares.feature];
  if (after === null) return "Now no share can be given for the same days.";
  const share = `Known now for the same days: ${featureWords(after, locale)} new features`;
  if (before === null) return `${share}; no share could be given then.`;
  const points = wholePercent(after) - wholePercent(before);
  if (points === 0) return `${share}, as many as then, but other items.`;
  const size = Math.abs(points);
  const noun = size === 1 ? "point" : "points";
  return `${share}, ${formatAmount(size, locale)} ${noun} ${points > 0 ? "more" : "less"} than then.`;
}

/** `+4`, `−2`, or nothing where nothing changed. */
export function changeWords(change: number, locale: string): string {
  if (change === 0) return "–";
  return `${change > 0 ? "+" : "−"}${formatAmount(Math.abs(change), locale)}`;
}

/** Amounts by category, excluded ones among them. */
export function amountsOf({ totals }: Figures) {
  return { ...totals.counts, excluded: totals.excluded };
}

function isSame(past: Figures, present: Figures): boolean {
  const [before, after] = [amountsOf(past), amountsOf(present)];
  return categoryOrNone.every((category) => before[category] === after[category]);
}
