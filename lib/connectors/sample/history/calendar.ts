export const msPerDay = 86_400_000;
const daysOfHistory = 1096;

/** One day of the story. */
export type Day = {
  /** Midnight UTC. */
  start: Date;
  /** 0 at the beginning, 1 at the end. */
  progress: number;
  /** How busy it is against an ordinary weekday, 1. */
  activity: number;
  isFriday: boolean;
};

/** People report a little at weekends; August and the turn of the year are quiet. */
function activityOn(date: Date): number {
  const weekday = date.getUTCDay();
  const month = date.getUTCMonth();
  const dayOfMonth = date.getUTCDate();
  const turnOfYear = (month === 11 && dayOfMonth >= 22) || (month === 0 && dayOfMonth <= 2);
  const season = turnOfYear ? 0.08 : month === 7 ? 0.6 : month === 6 && dayOfMonth > 20 ? 0.8 : 1;
  return season * (weekday === 0 || weekday === 6 ? 0.06 : 1);
}

/** The three years of whole days (UTC) that end before the day of `anchor`. */
export function daysBefore(anchor: Date): Day[] {
  const end = Date.UTC(anchor.getUTCFullYear(), anchor.getUTCMonth(), anchor.getUTCDate());
  return Array.from({ length: daysOfHistory }, (_, index) => {
    const start = new Date(end - (daysOfHistory - index) * msPerDay);
    return {
      start,
      progress: index / daysOfHistory,
      activity: activityOn(start),
      isFriday: start.getUTCDay() === 5,
    };
  });
}
