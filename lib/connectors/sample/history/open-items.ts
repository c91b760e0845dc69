import type { Kind } from "@/lib/domain/kind";
import { type Day, msPerDay } from "./calendar";
import type { HistoryItem } from "./history-item";
import { wordsFor } from "./item-words";
import { type Part, parts } from "./parts";
import { reporter, teamMember } from "./people";
import type { Random } from "./random";
import { kindsOfPhase, kindsOfSide, type Phase, phaseAt, type Side } from "./story";

export type TitleWriter = (kind: Kind, part: Part) => string;

/** The rewrite moves one part of the product first. */
const rewritten = parts[0];
const hour = msPerDay / 24;

/** An instant of that day between the two hours, in whole seconds. */
export function timeOn(day: Day, fromHour: number, toHour: number, random: Random): Date {
  const offset = (fromHour + (toHour - fromHour) * random.next()) * hour;
  return new Date(day.start.getTime() + Math.floor(offset / 1000) * 1000);
}

function openItem(day: Day, phase: Phase, random: Random, writeTitle: TitleWriter): HistoryItem {
  const side = random.weighted<Side>(phase.opened, "feature");
  const mix = kindsOfPhase[phase.name]?.[side] ?? kindsOfSide[side];
  const kind = random.weighted<Kind>(mix, "enhancement");
  const moving = phase.name === "rewrite" && side === "rewrite";
  const part = moving && random.chance(0.7) ? rewritten : random.pick(parts);
  const title = writeTitle(kind === "duplicate" ? "bug" : kind, part);
  const words = wordsFor({ kind, partName: part.name, title, progress: day.progress }, random);
  return {
    ...words,
    number: 0,
    side,
    kind,
    author: reporter(random, day.progress, { kind, side }),
    assignee: random.chance(0.3) ? teamMember(random, day.progress) : null,
    milestone: moving && part === rewritten ? "Move billing to the new event pipeline" : null,
    openedAt: timeOn(day, 7, 19, random),
    closedAt: null,
    ending: null,
  };
}

/** What is opened on one day, in the order of the clock. */
export function openItems(day: Day, random: Random, writeTitle: TitleWriter): HistoryItem[] {
  const phase = phaseAt(day.progress);
  const count = random.poisson((phase.openedPerWeek / 5) * day.activity);
  const items = Array.from({ length: count }, () => openItem(day, phase, random, writeTitle));
  return items.sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime());
}
