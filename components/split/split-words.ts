import { featureWords } from "@/components/balance/share-words";
import { formatAmount, formatCount } from "@/components/ui/format";
import type { BalanceSplit, SplitPart } from "@/lib/contracts/balance-split";
import { classifiedOf, drawnOf } from "@/lib/domain/balance";
import { unitWords } from "@/lib/domain/glossary";
import type { Split } from "@/lib/domain/split";

export const splitNames: Record<Split, { one: string; many: string; button: string }> = {
  source: { one: "source", many: "sources", button: "By source" },
  team: { one: "team", many: "teams", button: "By team" },
};

/** Which part has most new features and which the fewest, with their counts, in one sentence. */
export function splitSentence(split: BalanceSplit, locale: string): string {
  const { by, parts, unit } = split;
  const { one, many } = splitNames[by];
  if (parts.length === 0) return `There is no ${one} to divide the balance by.`;
  const judged = parts
    .filter(({ totals }) => totals.shares.feature !== null)
    .toSorted((a, b) => (b.totals.shares.feature ?? 0) - (a.totals.shares.feature ?? 0));
  const [most, fewest] = [judged.at(0), judged.at(-1)];
  if (!most || !fewest) return `No share can be given for any of the ${many}.`;
  const { noun } = unitWords[unit];
  const said = ({ name, totals }: SplitPart) =>
    `${name}, ${featureWords(totals.shares.feature, locale)} of ${formatCount(classifiedOf(totals.counts), noun, locale)}`;
  if (most === fewest) {
    const others = parts.length > 1 ? "; no share can be given for any other" : "";
    return `New features: ${said(most)}${others}.`;
  }
  const { feature } = most.totals.shares;
  if (feature === fewest.totals.shares.feature) {
    return `${featureWords(feature, locale)} new features in each of the ${judged.length} ${many} with a share.`;
  }
  return `Most new features: ${said(most)}. Fewest: ${said(fewest)}.`;
}

/** How the pictures are to be read, and what they do not show. */
export function splitNotes(split: BalanceSplit, locale: string): string[] {
  const { by, others, overlapping, unit, parts } = split;
  if (parts.length === 0) return [];
  const { noun } = unitWords[unit];
  const named = others.map(({ name, amount }) => `${name} (${formatAmount(amount, locale)})`);
  return [
    `In ${noun}s, all on one scale, the largest first.`,
    ...(overlapping
      ? ["Teams may overlap: an item can be in several or in none, so they need not add up."]
      : []),
    ...(named.length > 0
      ? [
          `Not drawn, being smaller: ${formatCount(others.length, splitNames[by].one, locale)} with ${formatCount(
            others.reduce((sum, { amount }) => sum + amount, 0),
            noun,
            locale,
          )}: ${named.join(", ")}.`,
        ]
      : []),
  ];
}

/** A part's share in words, its counts following beside. */
export function partShareWords({ totals }: SplitPart, locale: string): string {
  if (drawnOf(totals.counts) === 0) return "nothing in this period";
  if (totals.shares.feature === null) return "no share can be given";
  return `${featureWords(totals.shares.feature, locale)} new features`;
}
