import fc from "fast-check";
import { balanceCategories, type Category } from "@/lib/domain/category";
import { effortDays, effortEvents } from "@/lib/domain/effort";
import type { ItemEvent, WorkItem } from "@/lib/domain/work-item";
import { workItem } from "@/tests/factories";
import type { OracleItem } from "./naive-balance";

const hour = 3_600_000;
const start = Date.parse("2026-01-01T00:00:00Z");
export const at = (hours: number) => new Date(start + hours * hour);
/** Odd hours, so that a question at an even one never meets a change. */
const moment = fc.integer({ min: 0, max: 700 }).map((half) => 2 * half + 1);

/** An item's whole life, in hours of 2026. */
export const life = fc
  .record({
    createdAt: fc.integer({ min: 0, max: 300 }).map((half) => 2 * half + 1),
    passages: fc.uniqueArray(moment, { maxLength: 4 }),
    progress: fc.uniqueArray(moment, { maxLength: 4 }),
    decisions: fc.uniqueArray(
      fc.record({
        hours: moment,
        category: fc.option(fc.constantFrom<Category>(...balanceCategories, "excluded")),
      }),
      { maxLength: 4, selector: ({ hours }) => hours },
    ),
    isBug: fc.boolean(),
  })
  .map(({ createdAt, passages, progress, decisions, isBug }) => ({
    createdAt,
    isBug,
    progress: progress.sort((a, b) => a - b),
    passages: passages.filter((hours) => hours > createdAt).sort((a, b) => a - b),
    decisions: decisions.sort((a, b) => a.hours - b.hours),
  }));
export type Life = typeof life extends fc.Arbitrary<infer L> ? L : never;

/** The sync saw everything after the first hour of 2026, before any person decided. */
export const syncedAt = 0;

/** An item as anybody could have told at an instant, by reading its life up to there. */
export function knownAt(one: Life, hours: number): OracleItem | null {
  if (one.createdAt > hours) return null;
  const passages = one.passages.filter((passage) => passage <= hours);
  const closed = passages.length % 2 === 1 ? passages.at(-1) : undefined;
  const decided = one.decisions.filter((decision) => decision.hours <= hours).at(-1);
  const own = one.isBug && hours >= syncedAt ? "maintenance" : "unclassified";
  const pauses = passages.flatMap((hours, index) => {
    const next = passages[index + 1];
    return index % 2 === 1 || next === undefined
      ? []
      : [{ closedAt: at(hours), reopenedAt: at(next) }];
  });
  return {
    createdAt: at(one.createdAt),
    pauses,
    closedAt: closed === undefined ? null : at(closed),
    removedAt: null,
    points: null,
    effortDays: closed === undefined ? null : hourlyEffort(one, closed),
    category: decided?.category ?? own,
  };
}

/** Asks of every hour until it was closed whether the item was in progress. */
function hourlyEffort({ progress }: Life, closed: number): number | null {
  const hours = Array.from({ length: closed }, (_, hour) => hour);
  const spent = hours.filter((hour) => progress.filter((turn) => turn <= hour).length % 2 === 1);
  if (spent.length === 0) return null;
  return Math.min(20, Math.round((spent.length / 24) * 100) / 100);
}

/** The item as its tracker has it after all of its life. */
export function itemOfLife(one: Life, index: number): WorkItem {
  const opened: ItemEvent = { type: "opened", at: at(one.createdAt), detail: null };
  const passages = one.passages.map(
    (hours, order): ItemEvent => ({
      type: order % 2 === 0 ? "closed" : "reopened",
      at: at(hours),
      detail: null,
    }),
  );
  const steps = one.progress.map((hours, order) => ({
    at: at(hours),
    inProgress: order % 2 === 0,
  }));
  const last = one.passages.length % 2 === 1 ? one.passages.at(-1) : undefined;
  const closedAt = last === undefined ? null : at(last);
  return workItem({
    number: index,
    labels: one.isBug ? ["bug"] : [],
    createdAt: at(one.createdAt),
    closedAt,
    effortDays: closedAt && effortDays(steps, closedAt),
    events: [opened, ...passages, ...effortEvents(steps, passages)],
  });
}
