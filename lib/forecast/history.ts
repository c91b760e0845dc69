import type { BalanceCell } from "@/lib/domain/balance";
import { chartedCategories } from "@/lib/domain/category";
import type { Kind } from "@/lib/domain/kind";
import { type HistoryWeek, noCounts } from "./history-week";
import { putBack } from "./put-back";

/** What is excluded because of how it ended was open work until then. */
const droppedKinds: readonly string[] = ["wont_do", "duplicate", "invalid"] satisfies Kind[];

/**
 * The whole weeks of a product, from cells of what was `opened` and of how the stock changed (`open`).
 * The first bucket is only what came before. Every week is as it was known then, as far as categories
 * are what they are now: what was dropped later is put back among them until it was.
 */
export function weeklyHistory(input: {
  buckets: readonly { start: string; end: string; complete: boolean }[];
  opened: readonly BalanceCell[];
  open: readonly BalanceCell[];
}): HistoryWeek[] {
  const { buckets } = input;
  const opened = amountsPerBucket(input.opened, buckets.length);
  const changes = amountsPerBucket(input.open, buckets.length);
  const open = { ...(changes[0]?.counts ?? noCounts()) };
  const weeks = buckets.map(({ start, end }, index): HistoryWeek => {
    const arrivals = noCounts();
    const completions = noCounts();
    for (const category of chartedCategories) {
      const change = index === 0 ? 0 : (changes[index]?.counts[category] ?? 0);
      arrivals[category] = Math.max(opened[index]?.counts[category] ?? 0, change);
      completions[category] = arrivals[category] - change;
      open[category] += change;
    }
    return { start, end, arrivals, completions, dropped: noCounts(), open: { ...open } };
  });
  const dropped = weeks.map((_, index) => {
    const came = opened[index]?.dropped ?? 0;
    return { came, left: Math.max(0, came - (changes[index]?.dropped ?? 0)) };
  });
  const isWhole = (_: unknown, index: number) => index > 0 && buckets[index]?.complete;
  return putBack(weeks.filter(isWhole), dropped.filter(isWhole));
}

function amountsPerBucket(cells: readonly BalanceCell[], buckets: number) {
  const all = Array.from({ length: buckets }, () => ({ counts: noCounts(), dropped: 0 }));
  for (const { bucket, category, kind, amount } of cells) {
    const own = all[bucket];
    if (!own) continue;
    if (category !== "excluded") own.counts[category] += amount;
    else if (droppedKinds.includes(kind ?? "")) own.dropped += amount;
  }
  return all;
}
