import type { ItemEvent } from "./work-item";

/**
 * The most days one item counts with: four working weeks. What stays in progress for longer waits or
 * was forgotten, and a few such items would outweigh everything else.
 */
export const mostEffortDays = 20;

/** From an instant on, an item is in progress, or it is not any more. In order of time. */
export type ProgressStep = { at: Date; inProgress: boolean };

/** A hundredth of a day of 24 hours. */
const hundredthMs = 864_000;

/**
 * The effort of an item: how long it was in progress before it was done, in days of 24 hours, capped
 * at `mostEffortDays`; null where it never was, which is unmeasured and not 0. In hundredths, so
 * that sums of them are the same whichever way they are added up.
 *
 * Elapsed time in progress stands for effort as cycle time does in Vacanti, Actionable Agile Metrics
 * for Predictability (2015): nobody has to write hours down, and waiting before the start is left out.
 */
export function effortDays(steps: readonly ProgressStep[], doneAt: Date): number | null {
  const spentMs = steps.reduce((sum, { at, inProgress }, index) => {
    const until = Math.min(+(steps[index + 1]?.at ?? doneAt), +doneAt);
    return inProgress ? sum + Math.max(0, until - +at) : sum;
  }, 0);
  if (spentMs === 0) return null;
  return Math.min(mostEffortDays, Math.round(spentMs / hundredthMs) / 100);
}

/** What the journal tells of the effort: at each closing, the days so far, where they grew. */
export function effortEvents(steps: readonly ProgressStep[], events: ItemEvent[]): ItemEvent[] {
  const told: ItemEvent[] = [];
  for (const { at } of events.filter(({ type }) => type === "closed")) {
    const days = effortDays(steps, at);
    const detail = days === null ? null : String(days);
    if (detail === null || told.at(-1)?.detail === detail) continue;
    told.push({ type: "effort", at, detail });
  }
  return told;
}
