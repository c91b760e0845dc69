import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effortDays, effortEvents, mostEffortDays, type ProgressStep } from "@/lib/domain/effort";
import type { ItemEvent } from "@/lib/domain/work-item";

const dayMs = 86_400_000;
const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * dayMs);
const begun = (days: number): ProgressStep => ({ at: day(days), inProgress: true });
const paused = (days: number): ProgressStep => ({ at: day(days), inProgress: false });

describe("the effort of an item", () => {
  it("is the time in progress before it was done, whatever was waited before and between", () => {
    const steps = [paused(0), begun(3), paused(4.5), begun(8), paused(9)];
    expect(effortDays(steps, day(30))).toBe(2.5);
  });

  it("ends when it is done: what comes later counts for a later closing", () => {
    const steps = [begun(1), paused(5), begun(6)];
    expect(effortDays(steps, day(3))).toBe(2);
    expect(effortDays(steps, day(8))).toBe(6);
  });

  it.each([
    ["never told", []],
    ["never in progress", [paused(0), paused(2)]],
    ["taken up only afterwards", [begun(11)]],
    ["done in the instant it was taken up", [begun(10)]],
  ])("is unmeasured, not 0, where it was %s", (_name, steps) => {
    expect(effortDays(steps, day(10))).toBeNull();
  });

  it("is 0 where it was in progress for less than a hundredth of a day's half", () => {
    expect(effortDays([begun(10)], new Date(+day(10) + 60_000))).toBe(0);
  });

  it("is cut where the item was forgotten", () => {
    expect(effortDays([begun(0)], day(400))).toBe(mostEffortDays);
  });

  const history = fc
    .uniqueArray(fc.integer({ min: 0, max: 40 * dayMs }), { maxLength: 8 })
    .map((all) => all.sort((a, b) => a - b))
    .chain((all) =>
      fc.tuple(...all.map((ms) => fc.boolean().map((inProgress) => ({ ms, inProgress })))),
    )
    .map((all) => all.map(({ ms, inProgress }) => ({ at: new Date(+day(0) + ms), inProgress })));
  const instant = fc.integer({ min: 0, max: 50 * dayMs }).map((ms) => new Date(+day(0) + ms));

  it("equals a walk through its minutes, is whole hundredths, and never shrinks with time", () => {
    fc.assert(
      fc.property(history, instant, instant, (steps, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const [before, after] = [effortDays(steps, early), effortDays(steps, late)];
        expect(after ?? -1).toBeGreaterThanOrEqual(before ?? -1);
        expect(after).toBe(slowly(steps, late));
        expect(Number.isInteger(Math.round((after ?? 0) * 100 * 1e6) / 1e6)).toBe(true);
      }),
    );
  });
});

describe("the journal of the effort", () => {
  const turn = (type: "closed" | "reopened", days: number): ItemEvent => ({
    type,
    at: day(days),
    detail: null,
  });

  it("tells at each closing the days so far, and nothing where they did not grow", () => {
    const turns = [
      ...[turn("closed", 1), turn("reopened", 2), turn("closed", 4)],
      ...[turn("reopened", 5), turn("closed", 6), turn("reopened", 7), turn("closed", 10)],
    ];
    const steps = [begun(2), paused(4), begun(8), paused(9.25)];
    expect(effortEvents(steps, turns)).toEqual([
      { type: "effort", at: day(4), detail: "2" },
      { type: "effort", at: day(10), detail: "3.25" },
    ]);
  });
});

/** Cuts time at every step and asks of each piece whether it was in progress. */
function slowly(steps: ProgressStep[], doneAt: Date): number | null {
  const cuts = [...steps.map(({ at }) => +at), +doneAt].sort((a, b) => a - b);
  let spentMs = 0;
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    const isIn = steps.findLast(({ at }) => +at <= start)?.inProgress;
    if (isIn && end !== undefined && end <= +doneAt) spentMs += end - start;
  }
  return spentMs === 0 ? null : Math.min(20, Math.round(spentMs / 864_000) / 100);
}
