import type { Basis } from "@/lib/domain/agreement";
import { measureWords } from "@/lib/domain/glossary";

/** What a view counts: `teams` are the teams it is narrowed to, `filtered` that something else narrows it. */
export type CountedView = Basis & { teams: readonly string[]; filtered: boolean };

type Counted = Basis & { teamId: string | null };

/** Whether a view counts the very items that were agreed about, the way that was agreed. */
export function isCountedAlike(agreed: Counted, view: CountedView): boolean {
  const [team, ...others] = new Set(view.teams.map((id) => id.toLowerCase()));
  return (
    agreed.measure === view.measure &&
    agreed.unit === view.unit &&
    !view.filtered &&
    others.length === 0 &&
    agreed.teamId === (team ?? null)
  );
}

/** Why a view shows no target though something was agreed for its days. */
export function countedOtherwise(
  agreed: Counted & { teamName: string | null; stage: string },
): string {
  const whose = agreed.teamId === null ? "of the whole product" : `of the team ${agreed.teamName}`;
  const measure = measureWords[agreed.measure].name.toLowerCase();
  const what = `${measure}, in ${agreed.unit.replace("_", " ")}, ${whose}`;
  return `What was agreed for ${agreed.stage} is about what is ${what}; this view counts something else, so it shows no band.`;
}
