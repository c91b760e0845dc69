import { agreedBandWords } from "@/lib/agreements/amount-words";
import type { Plannable } from "@/lib/domain/plan";
import type { PlanCheck } from "./check-plan";
import type { Rank } from "./rank-candidates";
import type { Suggestions } from "./suggest-changes";

const percent = (share: number) => Math.round(Number((share * 100).toPrecision(12)));
const counted = (count: number, noun: string) =>
  `${Math.round(count * 10) / 10} ${count === 1 ? noun : `${noun}s`}`;

/** What a selection comes to, and whether it meets what is agreed. */
export function planSentence({
  unit,
  counts,
  shares,
  items,
  target,
  place,
  unestimated,
}: PlanCheck) {
  if (items === 0) return "Nothing is chosen yet.";
  const noun = unit === "items" ? "item" : "point";
  const whole = counts.feature + counts.maintenance + counts.rewrite + counts.tech_debt;
  if (shares.feature === null) {
    return `${counted(items, "item")} chosen, none of them with a category${unit === "points" ? " and an estimate" : ""}: there is no share to compare.`;
  }
  const features = Math.round(counts.feature * 10) / 10;
  const parts = [
    `${features} of ${counted(whole, noun)} ${features === 1 ? "is" : "are"} new features: ${percent(shares.feature)}%.`,
  ];
  if (target) {
    parts.push(`Agreed: ${agreedBandWords(target)}.`, placeWords[place]);
  }
  if (counts.unclassified > 0) {
    parts.push(`Beside them ${counted(counts.unclassified, noun)} unclassified.`);
  }
  if (unestimated > 0) parts.push(`${counted(unestimated, "item")} without an estimate.`);
  return parts.filter((part) => part !== "").join(" ");
}

const placeWords: Record<PlanCheck["place"], string> = {
  inside: "This plan meets the agreement.",
  below: "Too few new features for the agreement.",
  above: "Too much of it is new features for the agreement.",
  none: "",
};

/** What would bring it into the band, in a sentence; null where nothing has to change. */
export function suggestionSentence<T extends Plannable>(
  suggestions: Suggestions<T> | null,
): string | null {
  if (!suggestions) return null;
  const { add, swaps } = suggestions;
  const more = (["feature", "upkeep"] as const)
    .filter((side) => (add?.[side] ?? 0) > 0)
    .map((side) => counted(add?.[side] ?? 0, `more ${side} item`))
    .join(" and ");
  const first = swaps?.[0];
  const swapping =
    first && swaps
      ? `swap ${first.out.key} for ${first.in.key}${swaps.length > 1 ? `, and ${swaps.length - 1} more like it` : ""}`
      : null;
  const ways = [more, swapping].filter((way) => way !== null && way !== "");
  if (ways.length === 0) {
    return "No change among these candidates brings it into the band: choose more items.";
  }
  return `To meet it: ${ways.join(", or ")}.`;
}

/** Why a candidate stands where it does, most weight first. */
export function rankWords({ lacks, priority, age }: Rank): string {
  const parts = [
    lacks && {
      points: lacks.points,
      words: `the balance lacks ${percent(lacks.by)} points of its kind of work`,
    },
    priority && { points: priority.points, words: `${priority.is} priority` },
    {
      points: age.points,
      words: `open for ${counted(age.days, "day")}${olderWords(age.olderThan)}`,
    },
  ];
  return parts
    .filter((part) => part !== null)
    .sort((a, b) => b.points - a.points)
    .map(({ words }) => words)
    .join("; ");
}

/** Among which others it is old; empty for the youngest. Only the oldest of all is longer there than all. */
function olderWords(olderThan: number): string {
  if (olderThan === 0) return "";
  if (olderThan === 1) return ", longer than any other";
  return `, longer than ${Math.min(99, Math.max(1, percent(olderThan)))}% of the others`;
}
