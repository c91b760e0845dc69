import type { Resolution } from "@/lib/domain/work-item";
import { type Day, msPerDay } from "./calendar";
import type { HistoryItem } from "./history-item";
import { timeOn } from "./open-items";
import { teamMember } from "./people";
import type { Random } from "./random";
import { grooming, type Phase } from "./story";

/** People finish things before the weekend. */
export function finishedOn(day: Day, phase: Phase): number {
  return (phase.finishedPerWeek / 5) * day.activity * (day.isFriday ? 1.9 : 0.775);
}

/** Recent and serious things are taken up first; the rest waits, and ages. */
function urgency(item: HistoryItem, day: Day, phase: Phase): number {
  if (item.side === "aside") return 0;
  const ageDays = (day.start.getTime() - item.openedAt.getTime()) / msPerDay;
  const serious = item.kind === "security" ? 5 : item.kind === "dependency" ? 2 : 1;
  return phase.focus[item.side] * serious * (ageDays < 14 ? 2.4 : 1);
}

function takeMostUrgent(backlog: HistoryItem[], day: Day, phase: Phase, random: Random) {
  const weights = backlog.map((item) => urgency(item, day, phase));
  let left = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return backlog.splice(index < 0 ? backlog.length - 1 : index, 1)[0];
}

/** A release every six weeks; the milestone says which one an item went into. */
function releaseOf(day: Day): string {
  const release = Math.floor((day.progress * 156) / 6);
  return `${1 + Math.floor(release / 9)}.${release % 9}`;
}

/** Finishes `count` things out of the backlog, which loses them. */
export function finishItems(
  backlog: HistoryItem[],
  count: number,
  day: Day,
  { phase, random }: { phase: Phase; random: Random },
): void {
  for (let done = 0; done < count; done += 1) {
    const item = takeMostUrgent(backlog, day, phase, random);
    if (!item) return;
    item.assignee ??= teamMember(random, day.progress);
    item.milestone ??= random.chance(0.5) ? releaseOf(day) : null;
    end(item, timeOn(day, day.isFriday ? 12 : 9, 17, random), "completed");
  }
}

function end(item: HistoryItem, at: Date, ending: Resolution): void {
  item.closedAt = at;
  item.ending = ending;
}

const endingOfAside: Partial<Record<HistoryItem["kind"], Resolution>> = {
  duplicate: "duplicate",
  wont_do: "not_planned",
};

/** Questions, duplicates and what is turned down are dealt with by whoever reads them. */
export function settleAside(item: HistoryItem, until: Date, random: Random): void {
  const meanDays = item.kind === "wont_do" ? 25 : 5;
  const seconds = Math.floor(random.wait(meanDays * 86_400)) + 1800;
  const at = new Date(item.openedAt.getTime() + seconds * 1000);
  if (at >= until) return;
  end(item, at, endingOfAside[item.kind] ?? "completed");
  if (item.ending === "duplicate" && random.chance(0.7)) item.labels.push("duplicate");
  if (item.ending === "not_planned" && random.chance(0.4)) item.labels.push("wontfix");
}

/** After the rewrite, what has lain longest is closed as not planned. */
export function groom(backlog: HistoryItem[], day: Day, random: Random): void {
  const inWindow = day.progress >= grooming.from && day.progress < grooming.to;
  if (!inWindow || day.activity < 0.5) return;
  for (let count = 0; count < grooming.itemsPerDay; count += 1) {
    const index = backlog.findIndex(({ side }) => side === "feature" || side === "maintenance");
    const item = index < 0 ? undefined : backlog.splice(index, 1)[0];
    if (item) end(item, timeOn(day, 9, 12, random), "not_planned");
  }
}
