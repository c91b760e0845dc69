import { formatDayRange, formatShare } from "@/components/ui/format";
import type { Plan } from "@/lib/contracts/plan";

/** What the plan is held against, where nothing about it has to be changed. */
export function againstWords(
  { target, targetMissing, actual }: Pick<Plan, "target" | "targetMissing" | "actual">,
  locale: string,
): string {
  const { from, to, shares } = actual;
  const days = formatDayRange(from, to, locale);
  const was =
    shares.feature === null
      ? `Nothing that has a category was done ${days}.`
      : `Done ${days}: ${formatShare(shares.feature, locale)} new features.`;
  if (target) return was;
  return `${targetMissing ?? "Nothing is agreed that a plan could be held against."} ${was}`;
}
