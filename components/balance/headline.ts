import { formatAmount, formatCount, formatDay, formatDayRange } from "@/components/ui/format";
import type { Balance } from "@/lib/contracts/balance";
import { contestedOf } from "@/lib/contracts/balance-figures";
import { classifiedOf, drawnOf, type Measure } from "@/lib/domain/balance";
import { unitWords } from "@/lib/domain/glossary";
import { type Period, periodNames } from "./period";
import { bandEnds, featureWords, upkeepWords } from "./share-words";

export type HeadlineInput = {
  balance: Balance;
  period: Period;
  filtered: boolean;
  locale: string;
  /** The day or instant in words whose knowledge this is; null is the present. */
  known: string | null;
  /** Whether items are still to come for the first time. */
  arriving?: boolean;
};

const verbs: Record<Measure, { past: string; adjective: string }> = {
  done: { past: "was delivered", adjective: "delivered " },
  opened: { past: "was opened", adjective: "opened " },
  open: { past: "is open", adjective: "open " },
};

/**
 * What the chart says, in one sentence, before the chart: which period, the two sides of the
 * balance, and how much of it nobody has classified. Says so where no share can be given, and
 * between what shares the truth lies while some of it is contested.
 */
export function headline(input: HeadlineInput): string {
  return `${when(input)}: ${what(input)}.`;
}

function when({ balance, period, filtered, locale, known }: HeadlineInput): string {
  const asKnown = known === null ? "" : `, as known on ${known}`;
  const among = `${asKnown}${filtered ? ", among the items that match" : ""}`;
  if (balance.measure === "open") return `Open on ${formatDay(balance.to, locale)}${among}`;
  const span = spanWords(balance, known === null ? period : "custom", locale);
  if (balance.measure === "opened") return `Opened ${span}${among}`;
  return `${span.replace(/^in the /, "").replace(/^./, (first) => first.toUpperCase())}${among}`;
}

/** `in the last 12 weeks`, `since 3 May 2018`, `so far` where nothing began yet, or the chosen days. */
function spanWords({ from, to, totals }: Balance, period: Period, locale: string): string {
  const nothing = drawnOf(totals.counts) === 0 && totals.excluded === 0;
  if (period === "all") return nothing ? "so far" : `since ${formatDay(from, locale)}`;
  if (period === "custom") return formatDayRange(from, to, locale);
  return `in the ${periodNames[period].toLowerCase()}`;
}

function what({ balance, locale, arriving = false }: HeadlineInput): string {
  const { counts, excluded, unestimated } = balance.totals;
  const classified = classifiedOf(counts);
  const all = classified + counts.unclassified;
  const { noun, lacking } = unitWords[balance.unit];
  const { past, adjective } = verbs[balance.measure];
  if (all === 0) {
    if (unestimated > 0)
      return `no share can be given; ${formatCount(unestimated, "item", locale)} ${lacking}`;
    if (excluded > 0)
      return `no share can be given; ${allOf(excluded, `${adjective}${noun}`, locale)} ${excluded === 1 ? "is" : "are"} excluded`;
    if (arriving) return "nothing yet, the items are on their way";
    return balance.measure === "open" ? "nothing is open" : `nothing ${past}`;
  }
  const of = formatCount(all, noun, locale);
  if (classified === 0) {
    const none = all === 1 ? `the one ${noun} is unclassified` : `none of the ${of} is classified`;
    return `no share can be given; ${none}`;
  }
  const open =
    counts.unclassified === 0
      ? `${allOf(all, noun, locale)} classified`
      : `${formatAmount(counts.unclassified, locale)} of ${of} unclassified`;
  const share = balance.totals.shares.feature;
  const band = balance.totals.contested.band?.feature;
  if (band) {
    const [least, most] = bandEnds(band, locale);
    const contested = contestedOf(balance.totals);
    const are = contested === 1 ? "is" : "are";
    return `between ${least} and ${most} new features while ${formatCount(contested, noun, locale)} ${are} contested; ${open}`;
  }
  return `${featureWords(share, locale)} new features, ${upkeepWords(share, locale)} upkeep; ${open}`;
}

/** `all 5 items`, `the one item`. */
function allOf(count: number, noun: string, locale: string): string {
  return count === 1 ? `the one ${noun}` : `all ${formatCount(count, noun, locale)}`;
}
