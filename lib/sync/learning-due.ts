/** Whoever works through a queue is not to see its suggestions change under their hands. */
export const quietMs = 5 * 60_000;
/** However long they go on, what they decided is of use by then. */
export const longestMs = 60 * 60_000;

type Waiting = { first: string | null; last: string | null };

/**
 * When corrections that wait are learnt: five minutes after the last, or an hour after the first.
 * Null where none can be waited for: what there was to learn is gone.
 */
export function learningDueAt({ first, last }: Waiting): Date | null {
  if (first === null || last === null) return null;
  return new Date(Math.min(Date.parse(last) + quietMs, Date.parse(first) + longestMs));
}

/** A clock that ran ahead when they were made does not put it off. */
export function isLearningDue(waiting: Waiting, now: Date): boolean {
  const dueAt = learningDueAt(waiting);
  return dueAt === null || dueAt <= now || dueAt.getTime() > now.getTime() + longestMs;
}
