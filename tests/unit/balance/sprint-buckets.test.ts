import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAfter } from "@/lib/balance/calendar";
import { type DatedSprint, sprintBuckets, sprintStart } from "@/lib/balance/sprint-buckets";

const now = new Date("2026-03-20T12:00:00Z");
const utc = { timeZone: "UTC", now };
const sprint = (
  id: string,
  startsAt: string,
  endsAt: string | null,
  completedAt: string | null = endsAt,
): DatedSprint => ({
  id,
  name: `Sprint ${id}`,
  startsAt: new Date(startsAt),
  endsAt: endsAt === null ? null : new Date(endsAt),
  completedAt: completedAt === null ? null : new Date(completedAt),
});

/** Name, first day, last day, and whether it is whole. */
function told(sprints: DatedSprint[], from: string, to: string, place = utc) {
  const found = sprintBuckets(sprints, { from, to, ...place });
  if ("overlapping" in found) return found;
  return found.buckets.map(({ name, start, end, complete }) => [name, start, end, complete]);
}

const one = sprint("1", "2026-02-02T09:00:00Z", "2026-02-13T15:00:00Z");
const two = sprint("2", "2026-02-16T09:00:00Z", "2026-02-27T15:00:00Z");
const three = sprint("3", "2026-03-09T09:00:00Z", "2026-03-27T15:00:00Z", null);

describe("buckets by sprint", () => {
  it("are the sprints' days, the days between them beside, the running one last and not whole", () => {
    expect(told([three, one, two], "2026-02-02", "2026-03-20")).toEqual([
      ["Sprint 1", "2026-02-02", "2026-02-13", true],
      ["No sprint", "2026-02-14", "2026-02-15", true],
      ["Sprint 2", "2026-02-16", "2026-02-27", true],
      ["No sprint", "2026-02-28", "2026-03-08", true],
      ["Sprint 3", "2026-03-09", "2026-03-20", false],
    ]);
  });

  it("are cut to the days asked for, and then not whole", () => {
    expect(told([one, two], "2026-02-10", "2026-02-20")).toEqual([
      ["Sprint 1", "2026-02-10", "2026-02-13", false],
      ["No sprint", "2026-02-14", "2026-02-15", true],
      ["Sprint 2", "2026-02-16", "2026-02-20", false],
    ]);
    expect(told([one], "2026-01-01", "2026-03-01")).toEqual([
      ["No sprint", "2026-01-01", "2026-02-01", false],
      ["Sprint 1", "2026-02-02", "2026-02-13", true],
      ["No sprint", "2026-02-14", "2026-03-01", false],
    ]);
    expect(told([one], "2026-03-01", "2026-03-05")).toEqual([
      ["No sprint", "2026-03-01", "2026-03-05", false],
    ]);
  });

  it("give the day on which one ends and the next begins to the next", () => {
    const next = sprint("2", "2026-02-13T16:00:00Z", "2026-02-27T15:00:00Z");
    expect(told([one, next], "2026-02-02", "2026-02-27")).toEqual([
      ["Sprint 1", "2026-02-02", "2026-02-12", true],
      ["Sprint 2", "2026-02-13", "2026-02-27", true],
    ]);
    expect(told([one, next], "2026-02-13", "2026-02-13")).toEqual([
      ["Sprint 2", "2026-02-13", "2026-02-13", false],
    ]);
  });

  it("end when the sprint was ended, not when it was to end; a late one runs on until today", () => {
    const early = sprint("1", "2026-02-02T09:00:00Z", "2026-02-13T15:00:00Z", "2026-02-11T10:00Z");
    expect(told([early], "2026-02-02", "2026-02-11")).toEqual([
      ["Sprint 1", "2026-02-02", "2026-02-11", true],
    ]);
    const late = sprint("3", "2026-03-02T09:00:00Z", "2026-03-13T15:00:00Z", null);
    expect(told([late], "2026-03-02", "2026-03-20")).toEqual([
      ["Sprint 3", "2026-03-02", "2026-03-20", false],
    ]);
    // Somebody forgot to read its end: another has begun since.
    expect(told([{ ...one, completedAt: null }, two], "2026-02-02", "2026-02-15")).toEqual([
      ["Sprint 1", "2026-02-02", "2026-02-13", true],
      ["No sprint", "2026-02-14", "2026-02-15", true],
    ]);
  });

  it("are refused, naming both, where two run at the same time in the range, and only there", () => {
    const beside = sprint("9", "2026-02-10T09:00:00Z", "2026-02-20T15:00:00Z");
    expect(told([one, beside], "2026-02-01", "2026-03-01")).toEqual({
      overlapping: ["Sprint 1", "Sprint 9"],
    });
    expect(told([one, beside], "2026-02-15", "2026-02-20")).toEqual([
      ["Sprint 9", "2026-02-15", "2026-02-20", false],
    ]);
  });

  it("are of the product's time zone, across the change of the clock too", () => {
    const night = sprint("1", "2026-03-27T23:30:00Z", "2026-03-30T22:30:00Z");
    const place = { timeZone: "Europe/Berlin", now: new Date("2026-04-10T12:00:00Z") };
    expect(told([night], "2026-03-28", "2026-03-31", place)).toEqual([
      ["Sprint 1", "2026-03-28", "2026-03-31", true],
    ]);
  });

  it("begin the whole history with the first day of the sprint it begins in", () => {
    expect(sprintStart("2026-02-05", [one, two], utc)).toBe("2026-02-02");
    expect(sprintStart("2026-02-14", [one, two], utc)).toBe("2026-02-14");
  });

  const day = fc.integer({ min: 0, max: 120 });
  const dayOf = (number: number) =>
    new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

  it("cover every day of a range exactly once, in order, whatever the sprints are", () => {
    const sprints = fc.array(fc.tuple(day, fc.integer({ min: 0, max: 20 }), fc.boolean()), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(sprints, day, day, (all, a, b) => {
        const made = all.map(([first, length, isOver], index) =>
          sprint(
            `${index}`,
            `${dayOf(first)}T09:00:00Z`,
            `${dayOf(first + length)}T15:00:00Z`,
            isOver ? `${dayOf(first + length)}T15:00:00Z` : null,
          ),
        );
        const [from, to] = [dayOf(Math.min(a, b)), dayOf(Math.max(a, b))];
        const found = sprintBuckets(made, { from, to, ...utc });
        if ("overlapping" in found) return;
        expect(found.buckets[0]?.start).toBe(from);
        expect(found.buckets.at(-1)?.end).toBe(to);
        for (const [index, { start, end }] of found.buckets.entries()) {
          expect(start <= end).toBe(true);
          const next = found.buckets[index + 1];
          if (next) expect(next.start).toBe(dayAfter(end));
        }
      }),
      { numRuns: 300 },
    );
  });
});
