import { expect, it } from "vitest";
import { timeLine } from "@/components/items/time-line";
import type { ItemDetail } from "@/lib/contracts/items";

const item: ItemDetail = {
  id: "0190a0f0-0000-7000-8000-000000000001",
  source: "0190a0f0-0000-7000-8000-000000000002",
  key: "octo/door#7",
  number: 7,
  url: "https://github.com/octo/door/issues/7",
  title: "The door sticks",
  state: "closed",
  resolution: "completed",
  type: null,
  labels: ["bug"],
  milestone: null,
  createdAt: "2026-03-01T08:00:00.000Z",
  updatedAt: "2026-03-04T08:00:00.000Z",
  closedAt: "2026-03-04T08:00:00.000Z",
  removedAt: null,
  points: null,
  effortDays: null,
  author: null,
  assignee: null,
  assignees: [],
  parentKey: null,
  components: [],
  sprint: null,
  category: "tech_debt",
  kind: null,
  because: "override",
  confidence: 1,
  evidence: [],
  suggestion: null,
  contested: false,
  dispute: null,
  disputes: [
    {
      reason: "It was one",
      actor: "ada",
      at: "2026-03-05T08:00:00.000Z",
      settledAt: "2026-03-06T08:00:00.000Z",
      settledBy: "grace",
    },
  ],
  body: null,
  events: [
    { type: "opened", at: "2026-03-01T08:00:00.000Z", detail: null },
    { type: "closed", at: "2026-03-04T08:00:00.000Z", detail: "not_planned" },
  ],
  classificationChanges: [
    {
      at: "2026-03-02T08:00:00.000Z",
      fromCategory: null,
      fromKind: null,
      toCategory: "maintenance",
      toKind: "bug",
      because: "label",
      evidence: [{ field: "label", value: "bug" }],
      actor: null,
    },
    {
      at: "2026-03-03T08:00:00.000Z",
      fromCategory: "maintenance",
      fromKind: "bug",
      toCategory: "tech_debt",
      toKind: null,
      because: "override",
      evidence: [],
      actor: "local owner",
    },
  ],
};

it("the time line of an item merges journals and disputes, latest first, each with its reason", () => {
  expect(timeLine(item).map(({ what, why }) => [what, why])).toEqual([
    ["Settled by grace", null],
    ["Contested by ada", "It was one"],
    ["Closed", "not planned"],
    ["Moved from Maintenance to Tech debt", "set by a person"],
    ["Classified as Maintenance", "label “bug”"],
    ["Opened", null],
  ]);
});

it("what people have named stays as they wrote it", () => {
  const at = "2026-03-04T08:00:00.000Z";
  const types = ["relabelled", "retitled", "milestoned", "status"] as const;
  const events = types.map((type) => ({ type, at, detail: "tech_debt, area_x" }));
  const entries = timeLine({ ...item, events, classificationChanges: [], disputes: [] });
  expect(entries.map(({ why }) => why)).toEqual(types.map(() => "tech_debt, area_x"));
});
