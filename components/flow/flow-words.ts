import { formatAmount, formatDay } from "@/components/ui/format";
import type { Flow, FlowFigures } from "@/lib/contracts/flow";
import type { UnitAhead } from "@/lib/domain/balance";
import { type ChartedCategory, chartedCategories } from "@/lib/domain/category";
import type { DaySpread } from "@/lib/domain/flow";
import { categoryWords } from "@/lib/domain/glossary";

export type CountedFlow = { opened: number; done: number; net: number };

/** All categories together. */
export function togetherOf({ categories }: FlowFigures): CountedFlow {
  const sum = { opened: 0, done: 0, net: 0 };
  for (const category of chartedCategories) {
    sum.opened += categories[category].opened;
    sum.done += categories[category].done;
    sum.net += categories[category].net;
  }
  return sum;
}

/** Which way it goes: opened against done, whatever was reopened beside them. */
export function netWords(net: number): string {
  if (net === 0) return "stays level";
  return net > 0 ? "grows" : "shrinks";
}

/** `+13`, `−2`, `0`. */
export function signedWords(net: number, locale: string): string {
  const size = formatAmount(Math.abs(net), locale);
  if (net === 0) return size;
  return `${net > 0 ? "+" : "−"}${size}`;
}

/** Which way debt goes, and everything together, in one sentence. */
export function flowSentence({ totals, unit }: Pick<Flow, "totals" | "unit">, locale: string) {
  const { tech_debt: debt } = totals.categories;
  const none = unit === "items" ? "No tech debt was" : "No points of tech debt were";
  const first =
    debt.opened + debt.done === 0
      ? `${none} opened or done`
      : `Tech debt ${goingWords(debt, unit, locale)}`;
  return `${first}; everything together ${goingWords(togetherOf(totals), unit, locale)}.`;
}

function goingWords(flow: CountedFlow, unit: UnitAhead, locale: string): string {
  const [opened, done] = [formatAmount(flow.opened, locale), formatAmount(flow.done, locale)];
  const noun = unit === "items" ? "" : " points";
  return `${netWords(flow.net)} (${opened}${noun} opened, ${done} done)`;
}

/** How long half of what was done took, by category, in one sentence. */
export function leadTimeSentence({ totals }: Pick<Flow, "totals">, locale: string): string {
  const parts = chartedCategories.flatMap((category) => {
    const { medianDays } = totals.categories[category].leadTime;
    if (medianDays === null) return [];
    return [`${daysWords(medianDays, locale)} (${categoryWords[category].name})`];
  });
  if (parts.length === 0) return "Nothing was done in this period.";
  const list = new Intl.ListFormat("en", { type: "conjunction" }).format(parts);
  return `From opened to done, half of the items took up to ${list}.`;
}

/** Days of 24 hours: `3.2`, `41`, `<0.1`; null is "no data", given as a dash. */
export function daysFigure(days: number | null, locale: string): string {
  if (days === null) return "–";
  if (days > 0 && days < 0.05) return `<${formatAmount(0.1, locale)}`;
  return formatAmount(roundDays(days), locale);
}

/** The same with its unit: `3.2 days`, `1 day`. */
export function daysWords(days: number | null, locale: string): string {
  if (days === null) return daysFigure(days, locale);
  return `${daysFigure(days, locale)} ${roundDays(days) === 1 ? "day" : "days"}`;
}

function roundDays(days: number): number {
  return days < 9.95 ? Math.round(days * 10) / 10 : Math.round(days);
}

/** `median 3 days, 85% within 12 days`, or that there is no data. */
export function spreadWords({ medianDays, p85Days }: DaySpread, locale: string): string {
  if (medianDays === null) return "nothing done";
  return `median ${daysWords(medianDays, locale)}, 85% within ${daysWords(p85Days, locale)}`;
}

/** The charted categories in which anything was opened or done. */
export function movingCategories({ categories }: FlowFigures): ChartedCategory[] {
  return chartedCategories.filter(
    (category) => categories[category].opened + categories[category].done > 0,
  );
}

/** True where there is nothing to draw or to list. */
export function isStill({ totals, open }: Pick<Flow, "totals" | "open">): boolean {
  const { opened, done } = totals.unestimated;
  const isOpen = chartedCategories.some((category) => open.categories[category].items > 0);
  return !isOpen && opened + done === 0 && movingCategories(totals).length === 0;
}

/** What was open when: `at the end of 22 Nov 2026`. */
export function openWhenWords({ to }: Pick<Flow, "to">, locale: string): string {
  return `at the end of ${formatDay(to, locale)}`;
}
