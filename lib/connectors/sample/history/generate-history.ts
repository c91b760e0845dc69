import { daysBefore, msPerDay } from "./calendar";
import { finishedOn, finishItems, groom, settleAside } from "./close-items";
import type { HistoryItem } from "./history-item";
import { openItems } from "./open-items";
import { createRandom } from "./random";
import { phaseAt } from "./story";
import { createTitleWriter } from "./titles";

/**
 * Three years of an invented team's issues, about 1,500, day by day, up to midnight (UTC) before
 * `anchor`: people open things, a team of limited strength finishes some, and the rest lies there.
 * The same seed and anchor give the same history. In order of number, which is that of opening.
 */
export function generateHistory({ seed, anchor }: { seed: number; anchor: Date }): HistoryItem[] {
  const random = createRandom(seed);
  const writeTitle = createTitleWriter(random);
  const days = daysBefore(anchor);
  const until = new Date((days.at(-1)?.start.getTime() ?? 0) + msPerDay);
  const items: HistoryItem[] = [];
  const backlog: HistoryItem[] = [];
  let strength = 0;
  for (const day of days) {
    const phase = phaseAt(day.progress);
    groom(backlog, day, random);
    strength = Math.min(strength + finishedOn(day, phase), 12);
    finishItems(backlog, Math.floor(strength), day, { phase, random });
    strength -= Math.floor(strength);
    for (const item of openItems(day, random, writeTitle)) {
      item.number = items.push(item);
      if (item.side === "aside") settleAside(item, until, random);
      else backlog.push(item);
    }
  }
  return items;
}
