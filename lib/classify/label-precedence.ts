import { type Kind, kinds } from "@/lib/domain/kind";
import type { LabelReading } from "./label-reading";

/**
 * Which of several labels speaks for the item; the first listed wins.
 * 1. Not work: a duplicate stays one whatever it is a duplicate of; also on an item still open.
 * 2. Words about the code itself. They are rare and chosen on purpose, while `bug` and
 *    `enhancement` are every tracker's default: `tech debt` + `bug` is debt.
 * 3. Upkeep with a narrower word than "enhancement": better documentation is no feature.
 * 4. What users see.
 * 5. Words that are as often a topic or a first guess: `question` + `bug` became a bug.
 */
export const labelPrecedence = [
  ...(["duplicate", "invalid", "wont_do"] as const),
  ...(["debt", "flaky_test", "reimplementation", "refactor", "cleanup", "deprecation"] as const),
  ...(["documentation", "dependency", "bug", "test", "build", "performance", "chore"] as const),
  ...(["new_feature", "enhancement"] as const),
  ...(["security", "migration", "question", "discussion", "support"] as const),
] as const satisfies readonly Kind[];

const rankOfKind = new Map<Kind, number>(labelPrecedence.map((kind, rank) => [kind, rank]));

function rankOf({ kind, weak }: LabelReading): number {
  return (rankOfKind.get(kind) ?? kinds.length) + (weak ? kinds.length : 0);
}

/**
 * The reading that decides, whatever the order they came in. A weak one counts only where no strong
 * one is. A denial removes the bugs, and decides (not work) only where nothing else is said.
 */
export function strongest<Reading extends LabelReading>(readings: Reading[]): Reading | null {
  const denied = readings.some(({ denial }) => denial);
  const affirmed = readings.filter(({ denial, kind }) => !denial && !(denied && kind === "bug"));
  const candidates = affirmed.length > 0 || !denied ? affirmed : readings.filter((r) => r.denial);
  return candidates.reduce<Reading | null>(
    (best, next) => (best && rankOf(best) <= rankOf(next) ? best : next),
    null,
  );
}
