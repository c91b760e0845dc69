import type { ItemEvent, ItemEventType } from "@/lib/domain/work-item";
import type { GithubIssue } from "./api-types";

/** From one value to another; null is none, undefined is not told. */
export type ValueChange = {
  at: Date;
  from: string | null | undefined;
  to: string | null | undefined;
};

/**
 * The values one field had: the one it began with, at the creation, and each later one. A milestone
 * or a type that was renamed since has its new name in the last of them, where it stands now.
 */
export function valueEvents(
  type: ItemEventType,
  { issue, changes, now }: { issue: GithubIssue; changes: ValueChange[]; now: string | null },
): ItemEvent[] {
  const [first] = changes;
  if (first === undefined) return [];
  const steps = changes.map(({ at, to }, index) => ({
    at,
    value: to !== undefined ? to : (changes[index + 1]?.from ?? undefined),
  }));
  const told = [{ at: issue.created_at, value: first.from }, ...steps];
  return [...corrected(told, now, issue.updated_at)].flatMap(({ at, value }) =>
    value === undefined ? [] : [{ type, at, detail: value }],
  );
}

type Step = { at: Date; value: string | null | undefined };

/** The last value is what the issue shows; where that came or went without an event, it is added. */
function corrected(steps: Step[], now: string | null, updatedAt: Date): Step[] {
  const last = steps.at(-1);
  if (last === undefined || last.value === now) return steps;
  const isAnotherName = last.value === undefined || (last.value !== null && now !== null);
  if (isAnotherName) return [...steps.slice(0, -1), { at: last.at, value: now }];
  return [...steps, { at: updatedAt > last.at ? updatedAt : last.at, value: now }];
}
