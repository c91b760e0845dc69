import type { ProgressStep } from "@/lib/domain/effort";
import type { StatusCategories } from "./record";

type StatusChange = { at: Date; fromId: string | null; toId: string | null };

/**
 * When an issue was in progress: in a status of that category (`indeterminate`). It begins in the
 * status that its first change left. A status that is gone from the site changes nothing.
 */
export function progressOf(
  moves: StatusChange[],
  categories: StatusCategories,
  createdAt: Date,
): ProgressStep[] {
  const [first] = moves;
  if (first === undefined) return [];
  let inProgress = isInProgress(first.fromId, categories) ?? false;
  const steps = [{ at: createdAt, inProgress }];
  for (const { at, toId } of moves) {
    inProgress = isInProgress(toId, categories) ?? inProgress;
    steps.push({ at, inProgress });
  }
  return steps;
}

function isInProgress(statusId: string | null, categories: StatusCategories): boolean | null {
  const category = statusId === null ? undefined : categories[statusId];
  return category === undefined ? null : category === "indeterminate";
}
