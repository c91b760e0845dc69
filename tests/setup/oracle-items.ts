import fc from "fast-check";
import type { Measure, Unit } from "@/lib/domain/balance";
import { categoryOrNone } from "@/lib/domain/category";
import type { ItemEvent } from "@/lib/domain/work-item";
import { workItem } from "@/tests/factories";
import type { OracleItem } from "./naive-balance";
import type { ItemToStore } from "./store-items";

// Both changes of the clock, a zone that skips midnight, and zones on both sides of the date line.
export const oracleZones = [
  ...["UTC", "Europe/Berlin", "America/Santiago", "Pacific/Auckland", "Asia/Kolkata"],
];

const first = Date.parse("2025-08-15T00:00:00Z");
const last = Date.parse("2026-02-20T00:00:00Z");

/** Effort is known only of what is done. */
export function isKnownUnit({ measure, unit }: { measure: Measure; unit: Unit }): boolean {
  return unit !== "effort_days" || measure === "done";
}

/** The first and the last day of a range that the items below fall into, or a part of it. */
export const oracleRange = fc
  .tuple(fc.integer({ min: 0, max: 190 }), fc.integer({ min: 0, max: 190 }))
  .map((days) => ({
    from: dayAfterFirst(Math.min(...days)),
    to: dayAfterFirst(Math.max(...days)),
  }));

function dayAfterFirst(days: number): string {
  return new Date(first + days * 86_400_000).toISOString().slice(0, 10);
}

const instant = fc.integer({ min: first, max: last }).map((ms) => new Date(ms));
const pauses = fc.uniqueArray(instant, { maxLength: 4, selector: Number }).map((instants) => {
  const [a, b, c, d] = instants.sort((one, other) => +one - +other);
  const once = a && b ? [{ closedAt: a, reopenedAt: b }] : [];
  return c && d ? [...once, { closedAt: c, reopenedAt: d }] : once;
});

/** Items with any history: some closed before they were created, reopened, or gone upstream. */
export const oracleItem: fc.Arbitrary<OracleItem> = fc
  .record({
    createdAt: instant,
    pauses,
    closedAt: fc.option(instant),
    removedAt: fc.option(instant, { freq: 8 }),
    points: fc.option(fc.integer({ min: 0, max: 13 })),
    effortDays: fc.option(fc.integer({ min: 0, max: 80 }).map((quarters) => quarters / 4)),
    category: fc.constantFrom(...categoryOrNone),
    // Few, so that some occur in several categories.
    kind: fc.option(fc.constantFrom("bug" as const, "security" as const, "refactor" as const)),
  })
  .map((item) => {
    // The last closing comes last.
    const { closedAt } = item;
    const before = item.pauses.filter((pause) => closedAt === null || pause.reopenedAt < closedAt);
    const effortDays = closedAt === null ? null : item.effortDays;
    return { ...item, effortDays, pauses: before };
  });

/** The same items as the store takes them, numbered from 1. */
export function itemsToStore(items: OracleItem[]): ItemToStore[] {
  return items.map(({ category, kind, removedAt, pauses: stops = [], ...dates }, index) => ({
    category,
    kind: kind ?? null,
    removedAt,
    item: workItem({ number: index + 1, events: eventsOf(stops), ...dates }),
  }));
}

function eventsOf(stops: { closedAt: Date; reopenedAt: Date }[]): ItemEvent[] {
  return stops.flatMap(({ closedAt, reopenedAt }): ItemEvent[] => [
    { type: "closed", at: closedAt, detail: null },
    { type: "reopened", at: reopenedAt, detail: null },
  ]);
}
