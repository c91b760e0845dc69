import { expect, test } from "vitest";
import { chartEvents } from "@/components/notes/chart-events";
import type { Agreement } from "@/lib/contracts/agreements";
import type { Note } from "@/lib/contracts/notes";
import type { Stage } from "@/lib/contracts/stages";

const at = "2026-03-01T12:00:00.000Z";

const note = (day: string): Note => ({
  ...{ id: `note ${day}`, day, kind: "release", text: "Out at last" },
  ...{ createdBy: "ada", createdAt: at, editedAt: null },
});

const stage = (name: string, startsOn: string): Stage => ({
  ...{ id: name, name, startsOn, endsOn: null, goals: "", suggestion: null, bound: true },
  createdAt: at,
});

const agreement = (change: Partial<Agreement>): Agreement => ({
  ...{ id: "agreement", stageId: "Growth", stage: "Growth", team: null, exception: null },
  ...{ measure: "done", unit: "items", reviewOn: null, state: "in_force", version: 1, side: "pm" },
  ...{ shares: { feature: 65, upkeep: 35 }, tolerance: 5, waitsFor: null },
  ...{ days: { from: "2026-03-10", to: null }, inForceAt: at, supersededAt: null, createdAt: at },
  steps: [],
  ...change,
});

const march = { from: "2026-03-01", to: "2026-03-31" };

test("a stage that begins, what is agreed from then on and notes stand by their day", () => {
  const events = chartEvents(
    {
      notes: [note("2026-03-05"), note("2026-03-10")],
      stages: [stage("Growth", "2026-03-10")],
      agreements: [
        agreement({}),
        agreement({
          id: "teams",
          team: { id: "1", name: "Pay" },
          shares: { feature: 40, upkeep: 60 },
        }),
        agreement({
          id: "exception",
          exception: { startsOn: "2026-03-12", endsOn: "2026-03-20" },
          days: { from: "2026-03-12", to: "2026-03-20" },
          shares: { feature: 10, upkeep: 90 },
        }),
      ],
    },
    march,
    "en-GB",
  );
  expect(events.map(({ day, kind, text }) => [day, kind, text])).toEqual([
    ["2026-03-05", "release", "Out at last"],
    ["2026-03-10", "stage", "Growth begins."],
    ["2026-03-10", "agreement", "In force for Growth: 65 ± 5 % new features."],
    ["2026-03-10", "agreement", "In force for Growth, team Pay: 40 ± 5 % new features."],
    ["2026-03-10", "release", "Out at last"],
    [
      "2026-03-12",
      "agreement",
      "In force for Growth, as an exception until 20 Mar 2026: 10 ± 5 % new features.",
    ],
  ]);
});

test("what never was in force is not told, nor what lies beyond the days", () => {
  const events = chartEvents(
    {
      notes: [note("2026-02-28"), note("2026-03-31"), note("2026-04-01")],
      stages: [stage("Before", "2026-02-28"), stage("First", "2026-03-01")],
      agreements: [
        agreement({ days: null, state: "proposed" }),
        agreement({ id: "later", days: { from: "2026-04-01", to: null } }),
      ],
    },
    march,
    "en-GB",
  );
  expect(events.map(({ id }) => id)).toEqual(["First", "note 2026-03-31"]);
});
