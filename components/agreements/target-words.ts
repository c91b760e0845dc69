import { targetWords } from "@/components/balance/agreed-words";
import {
  formatAmount,
  formatCount,
  formatDay,
  formatShare,
  wholePercent,
} from "@/components/ui/format";
import type { Balance, BalanceDrift, BalanceTarget } from "@/lib/contracts/balance";
import type { Unit } from "@/lib/domain/balance";
import { categoryWords } from "@/lib/domain/glossary";

export function bandOf({ shares, tolerance }: BalanceTarget): { least: number; most: number } {
  const feature = shares.feature ?? 0;
  return { least: Math.max(0, feature - tolerance), most: Math.min(1, feature + tolerance) };
}

/**
 * The second sentence of the headline: what is agreed, where the balance lies against it, which way
 * it goes and what would return it. Null where nothing is agreed.
 */
export function driftSentence(
  { drift, unit }: Pick<Balance, "drift" | "unit">,
  locale: string,
): string | null {
  if (!drift) return null;
  const agreed = targetWords({ feature: drift.agreed, tolerance: drift.tolerance }, locale);
  const what = drift.exception
    ? `Agreed as an exception in ${drift.stage}`
    : `Agreed for ${drift.stage}`;
  return [`${what}: ${agreed}.`, placeSentence(drift, locale), returnSentence(drift, unit, locale)]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function placeSentence(drift: BalanceDrift, locale: string): string {
  const { place, items, direction } = drift;
  if (items === 0 || drift.from === null) {
    return "No whole period lies under it yet, so there is nothing to judge.";
  }
  if (place === "too_few") return tooFewSentence(drift, locale);
  const going = direction === null ? "" : `, ${directionWords[direction]}`;
  if (place === "inside") return `Inside the band${going}.`;
  return `${capital(pointsWords(distanceOf(drift)))} ${place === "below" ? "under" : "over"} the band${going}.`;
}

const directionWords = {
  approaching: "and coming closer",
  moving_away: "and moving away",
  steady: "and staying there",
} as const;

function tooFewSentence(
  { items, chance, actual, tolerance, agreed }: BalanceDrift,
  locale: string,
) {
  const count = formatCount(items, "item", locale);
  const isOutside = actual !== null && Math.abs(actual - agreed) > tolerance + 1e-9;
  if (!chance || !isOutside) return `Too few to say: ${count} since it was agreed.`;
  return `Too few to say: with ${count}, chance alone leaves anything between ${formatShare(chance.least, locale)} and ${formatShare(chance.most, locale)}.`;
}

/** How far outside the band, as a part of 1. */
export function distanceOf({
  actual,
  agreed,
  tolerance,
}: Pick<BalanceDrift, "actual" | "agreed" | "tolerance">): number {
  return actual === null ? 0 : Math.max(0, Math.abs(actual - agreed) - tolerance);
}

/** `two points`, `one point`, `less than a point`. */
export function pointsWords(distance: number): string {
  const points = wholePercent(distance);
  if (points === 0) return "less than a point";
  if (points === 1) return "one point";
  return `${smallNumbers[points] ?? points} points`;
}

const smallNumbers = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

function returnSentence({ toReturn }: BalanceDrift, unit: Unit, locale: string): string {
  if (!toReturn) return "";
  const { category, more, among } = toReturn;
  const name = category === "upkeep" ? "upkeep" : categoryWords[category].name.toLowerCase();
  const noun = unit === "items" ? "item" : "point";
  return `${formatCount(more, `more ${name} ${noun}`, locale)} among the next ${formatAmount(among, locale)} would return it.`;
}

/** The days of something agreed: `since 3 Mar 2026`, `3 Mar 2026 – 9 Mar 2026`. */
export function daysWords(
  days: { from: string; to: string | null } | null,
  locale: string,
): string {
  if (!days) return "no day";
  if (days.to === null) return `since ${formatDay(days.from, locale)}`;
  return `${formatDay(days.from, locale)} – ${formatDay(days.to, locale)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
