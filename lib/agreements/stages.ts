import { dayBefore } from "@/lib/balance/calendar";
import { AppError } from "@/lib/errors";

/** A stage as far as its days go; `endsOn` null is open-ended. */
export type StageDays = {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string | null;
  /** True where an agreement for it was ever in force: what was judged by it stays so. */
  isBound: boolean;
};

export type StageChange = {
  name?: string | undefined;
  startsOn?: string | undefined;
  endsOn?: string | null | undefined;
};

/**
 * Which stage ends, and when, to make room for a new one: the open-ended one before it ends the day
 * before. Errors: `invalid_request` where it ends before it begins; `conflict` naming the day at
 * fault where it overlaps another, or would take days that were judged by an agreement.
 */
export function placeStage(
  existing: StageDays[],
  fresh: Pick<StageDays, "startsOn" | "endsOn">,
  today: string,
): { stageId: string; endsOn: string } | null {
  requireOrder(fresh);
  const before = existing.find((one) => one.endsOn === null && one.startsOn < fresh.startsOn);
  const others = existing.filter((one) => one !== before);
  for (const other of others) requireApart(other, fresh);
  if (!before) return null;
  const endsOn = dayBefore(fresh.startsOn);
  if (before.isBound && endsOn < dayBefore(today)) {
    const message = `${before.name} was judged by an agreement until yesterday: begin today or later.`;
    throw refusal("startsOn", message);
  }
  return { stageId: before.id, endsOn };
}

/**
 * The stage after a change. Errors: as for a new one; `conflict` naming the field where an agreement
 * was in force for it and a day that is over would come to be judged otherwise.
 */
export function changeStage(
  existing: StageDays[],
  stage: StageDays,
  change: StageChange,
  today: string,
): Pick<StageDays, "name" | "startsOn" | "endsOn"> {
  const { name = stage.name, startsOn = stage.startsOn } = change;
  const endsOn = change.endsOn === undefined ? stage.endsOn : change.endsOn;
  const changed = { name, startsOn, endsOn };
  requireOrder(changed);
  if (stage.isBound) requirePastKept(stage, changed, today);
  for (const other of existing) if (other.id !== stage.id) requireApart(other, changed);
  return changed;
}

function requireOrder({ startsOn, endsOn }: Pick<StageDays, "startsOn" | "endsOn">): void {
  if (endsOn === null || endsOn >= startsOn) return;
  const message = "The stage ends before it begins.";
  throw new AppError("invalid_request", message, { fields: { endsOn: message } });
}

function requireApart(other: StageDays, fresh: Pick<StageDays, "startsOn" | "endsOn">): void {
  const isAfter = other.endsOn !== null && other.endsOn < fresh.startsOn;
  const isBefore = fresh.endsOn !== null && fresh.endsOn < other.startsOn;
  if (isAfter || isBefore) return;
  const until = other.endsOn === null ? "has no end yet" : `lasts until ${other.endsOn}`;
  const words = `${other.name} begins on ${other.startsOn} and ${until}`;
  const isLater = other.startsOn > fresh.startsOn;
  throw isLater
    ? refusal("endsOn", `A product is in one stage at a time: ${words}. End this one before it.`)
    : refusal("startsOn", `A product is in one stage at a time: ${words}. Begin after it.`);
}

function requirePastKept(
  stage: StageDays,
  changed: Pick<StageDays, "name" | "startsOn" | "endsOn">,
  today: string,
): void {
  const why = "An agreement was made for this stage, and the past stays as it was";
  if (changed.name !== stage.name) throw refusal("name", `${why}: its name cannot change.`);
  const isStarted = stage.startsOn < today || changed.startsOn < today;
  if (changed.startsOn !== stage.startsOn && isStarted) {
    throw refusal("startsOn", `${why}: only a day to come can be made its first, or stop to be.`);
  }
  const yesterday = dayBefore(today);
  const isOver = [stage.endsOn, changed.endsOn].some((day) => day !== null && day < yesterday);
  if (changed.endsOn !== stage.endsOn && isOver) {
    throw refusal("endsOn", `${why}: it can end yesterday at the earliest, if it has not ended.`);
  }
}

function refusal(field: string, message: string): AppError {
  return new AppError("conflict", message, { fields: { [field]: message } });
}
