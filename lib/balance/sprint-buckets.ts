import { noSprint, type Sprint } from "@/lib/domain/sprint";
import { type CalendarBucket, dayAfter, dayBefore, dayOf } from "./calendar";

export type DatedSprint = Pick<Sprint, "id" | "name" | "endsAt" | "completedAt"> & {
  startsAt: Date;
};

type Place = { timeZone: string; now: Date };
type Range = { from: string; to: string } & Place;

/** The names of two sprints that run at the same time. */
export type Overlap = { overlapping: [string, string] };

/**
 * The sprints that cover a range as buckets of whole days, in order and cut to it at both ends; the
 * days between sprints are buckets of their own, so that none is left out.
 *
 * A sprint's days are those from its start to its end, or to today while it runs. The day on which
 * one ends and the next begins is the next one's.
 */
export function sprintBuckets(
  sprints: readonly DatedSprint[],
  range: Range,
): { buckets: CalendarBucket[] } | Overlap {
  const { from, to } = range;
  const days = sprintDays(sprints, range);
  const earlier = days.filter(({ last }) => last < from).map(({ last }) => last);
  const spans: NamedDays[] = [];
  let previous: SprintDays | null = null;
  let free = earlier.length === 0 ? null : dayAfter(earlier.reduce(laterOf));
  for (const sprint of days.filter(({ first, last }) => first <= to && last >= from)) {
    if (previous !== null && sprint.first <= previous.last) {
      return { overlapping: [previous.name, sprint.name] };
    }
    if (laterOf(free ?? from, from) < sprint.first) {
      spans.push({ name: noSprint, first: free, last: dayBefore(sprint.first) });
    }
    spans.push(sprint);
    previous = sprint;
    free = dayAfter(sprint.last);
  }
  if (free === null || free <= to) {
    const next = days.find(({ first }) => first > to);
    spans.push({ name: noSprint, first: free, last: next ? dayBefore(next.first) : null });
  }
  return { buckets: spans.map((span) => bucketOf(span, range)) };
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/** The first day of the sprint that a day lies in; the day itself where it lies in none. */
export function sprintStart(day: string, sprints: readonly DatedSprint[], place: Place): string {
  const around = sprintDays(sprints, place).findLast(
    ({ first, last }) => first <= day && day <= last,
  );
  return around?.first ?? day;
}

/** Days, both included; null is open. */
type NamedDays = { name: string; first: string | null; last: string | null };
type SprintDays = { name: string; first: string; last: string };

/** In order of their start; one that another begins with at once has no day left. */
function sprintDays(sprints: readonly DatedSprint[], place: Place): SprintDays[] {
  const inOrder = sprints.toSorted((a, b) => +a.startsAt - +b.startsAt || (a.id < b.id ? -1 : 1));
  const days = inOrder.map((sprint, index) => daysOf(sprint, index === inOrder.length - 1, place));
  return days.flatMap((sprint, index) => {
    const { first, last } = sprint;
    if (days[index + 1]?.first !== last) return [sprint];
    return first === last ? [] : [{ ...sprint, last: dayBefore(last) }];
  });
}

/** The latest one that nobody has ended runs on after its planned end. */
function daysOf(sprint: DatedSprint, isLatest: boolean, { timeZone, now }: Place): SprintDays {
  const { name, startsAt, endsAt, completedAt } = sprint;
  const first = dayOf(startsAt, timeZone);
  const told = dayOf(completedAt ?? endsAt ?? startsAt, timeZone);
  const today = dayOf(now, timeZone);
  const last = completedAt === null && isLatest && told < today ? today : told;
  return { name, first, last: last < first ? first : last };
}

function bucketOf({ name, first, last }: NamedDays, range: Range): CalendarBucket {
  const { from, to, timeZone, now } = range;
  const start = first !== null && first > from ? first : from;
  const end = last !== null && last < to ? last : to;
  const isWhole = start === first && end === last;
  const complete = isWhole && end < dayOf(now, timeZone);
  return { start, end, complete, name };
}
