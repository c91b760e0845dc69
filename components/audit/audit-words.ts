import { type Period, periodNames } from "@/components/balance/period";
import { formatCount, formatDay, formatDayRange } from "@/components/ui/format";
import type { LateChangeList } from "@/lib/contracts/audit";
import type { AuditQuery } from "./audit-query";

type Told = Pick<LateChangeList, "changedItems" | "moves">;
type When = { period: Period; query: AuditQuery; locale: string };

/** How many items were moved after they were closed, and which way it went for new features. */
export function auditSentence({ changedItems, moves }: Told, when: When): string {
  const { locale } = when;
  const span = spanWords(when);
  if (changedItems === 0) return `${span} no item changed its category after it was closed.`;
  const items = formatCount(changedItems, "item", locale);
  const its = changedItems === 1 ? "its" : "their";
  const towards = sum(moves.filter(({ toCategory }) => toCategory === "feature"));
  const away = sum(moves.filter(({ fromCategory }) => fromCategory === "feature"));
  const closed = changedItems === 1 ? "it was closed" : "they were closed";
  return `${span} ${items} changed ${its} category after ${closed}: ${wayWords(towards, away, locale)}.`;
}

function wayWords(towards: number, away: number, locale: string): string {
  if (towards === 0 && away === 0) return "none of it made or took new features";
  const change = (count: number) => formatCount(count, "change", locale);
  if (away === 0) return `${change(towards)} towards new features, none away from them`;
  if (towards === 0) return `${change(away)} away from new features, none towards them`;
  return `${change(towards)} towards new features, ${change(away)} away from them`;
}

function spanWords({ period, query: { from, to }, locale }: When): string {
  if (period !== "custom") {
    return period === "all" ? "Ever since," : `In the ${periodNames[period].toLowerCase()}`;
  }
  if (from && to) return `${formatDayRange(from, to, locale)}:`;
  if (from) return `Since ${formatDay(from, locale)}`;
  return to ? `Up to ${formatDay(to, locale)}` : "Ever since,";
}

function sum(moves: Told["moves"]): number {
  return moves.reduce((total, { changes }) => total + changes, 0);
}
