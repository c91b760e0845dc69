import { dayBefore, dayOf } from "@/lib/balance/calendar";
import type { AgreedShares } from "@/lib/domain/agreement";
import type { Days, Shares } from "@/lib/domain/balance";
import { asParts } from "./shares";

/** An agreement that is or was in force, or an exception where it has days of its own. */
export type Agreed = {
  id: string;
  stageId: string;
  startsOn: string | null;
  endsOn: string | null;
  shares: AgreedShares;
  tolerance: number;
  inForceAt: Date;
  supersededAt: Date | null;
};

export type StageSpan = { id: string; name: string; startsOn: string; endsOn: string | null };

/** Days, both included, with what was agreed for them; shares and tolerance are parts of 1. */
export type Target = Days & {
  agreementId: string;
  stageId: string;
  stage: string;
  exception: boolean;
  shares: Shares;
  tolerance: number;
};

/**
 * The days that an agreement is judged by: of its stage, from the day on which both had accepted to
 * the day before the next one took its place. So a day belongs to what was in force at its end.
 * `to` is null while no end is known; null where it never had a day.
 */
export function daysInForce(
  agreed: Pick<Agreed, "startsOn" | "endsOn" | "inForceAt" | "supersededAt">,
  stage: Pick<StageSpan, "startsOn" | "endsOn">,
  timeZone: string,
): { from: string; to: string | null } | null {
  const { inForceAt, supersededAt } = agreed;
  const from = latest([stage.startsOn, agreed.startsOn, dayOf(inForceAt, timeZone)]);
  const replacedOn = supersededAt && dayBefore(dayOf(supersededAt, timeZone));
  const to = earliest([stage.endsOn, agreed.endsOn, replacedOn]);
  return to !== null && from > to ? null : { from, to };
}

/**
 * What was agreed for each day of a range, in order and without overlap: an exception takes its days
 * from the agreement. With `knownAt`, as it stood at that instant.
 */
export function targetsOf(input: {
  agreed: Agreed[];
  stages: StageSpan[];
  timeZone: string;
  range: Days;
  knownAt?: Date | undefined;
}): Target[] {
  const { range, timeZone } = input;
  const stages = new Map(input.stages.map((stage) => [stage.id, stage]));
  const spans = asKnown(input.agreed, input.knownAt).flatMap((agreed): Target[] => {
    const stage = stages.get(agreed.stageId);
    const days = stage && daysInForce(agreed, stage, timeZone);
    if (!stage || !days) return [];
    const within = clipped({ from: days.from, to: days.to ?? range.to }, range);
    return within ? [{ ...within, ...describe(agreed, stage) }] : [];
  });
  const exceptions = spans.filter(({ exception }) => exception);
  const rest = spans.filter(({ exception }) => !exception);
  return [...exceptions, ...rest.flatMap((span) => without(span, exceptions))].sort(byDay);
}

function asKnown(agreed: Agreed[], knownAt: Date | undefined): Agreed[] {
  if (knownAt === undefined) return agreed;
  return agreed
    .filter(({ inForceAt }) => inForceAt <= knownAt)
    .map((one) => {
      const isReplaced = one.supersededAt !== null && one.supersededAt <= knownAt;
      return { ...one, supersededAt: isReplaced ? one.supersededAt : null };
    });
}

function describe(agreed: Agreed, stage: StageSpan): Omit<Target, keyof Days> {
  return {
    agreementId: agreed.id,
    stageId: stage.id,
    stage: stage.name,
    exception: agreed.startsOn !== null,
    shares: asParts(agreed.shares),
    tolerance: agreed.tolerance / 100,
  };
}

/** What is left of a span where others take their days. */
function without(span: Target, others: Days[]): Target[] {
  return others.reduce<Target[]>(
    (left, taken) =>
      left.flatMap((piece) => {
        if (taken.to < piece.from || taken.from > piece.to) return [piece];
        const before = { ...piece, to: dayBefore(taken.from) };
        const after = { ...piece, from: dayAfter(taken.to) };
        return [before, after].filter(({ from, to }) => from <= to);
      }),
    [span],
  );
}

function clipped(days: Days, range: Days): Days | null {
  const from = latest([days.from, range.from]);
  const to = days.to < range.to ? days.to : range.to;
  return from > to ? null : { from, to };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

/** At least one of the days is given. */
function latest([first, ...days]: [string, ...(string | null)[]]): string {
  return days.reduce<string>((last, day) => (day !== null && day > last ? day : last), first);
}

function earliest(days: (string | null)[]): string | null {
  return days.reduce((first, day) => {
    if (day === null) return first;
    return first === null || day < first ? day : first;
  }, null);
}

function byDay(a: Days, b: Days): number {
  return a.from < b.from ? -1 : 1;
}
