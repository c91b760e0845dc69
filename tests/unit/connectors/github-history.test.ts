import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapGithubIssue } from "@/lib/connectors/github/mapper";
import type { ItemEvent, WorkItem } from "@/lib/domain/work-item";

const mapping = { repository: { owner: "acme", name: "shop" }, count: "issues" as const };

/** An issue in the vendor's shape, created on 1 May 2024 and last updated at the end of it. */
function issue(changes: Record<string, unknown> = {}) {
  return {
    id: 42,
    number: 7,
    html_url: "https://github.com/acme/shop/issues/7",
    title: "Pay by bank transfer",
    state: "open",
    labels: [],
    created_at: "2024-05-01T00:00:00Z",
    updated_at: "2024-05-31T00:00:00Z",
    closed_at: null,
    ...changes,
  };
}

const closed = { state: "closed", closed_at: "2024-05-09T00:00:00Z", state_reason: "completed" };
const on = (day: number) => `2024-05-${String(day).padStart(2, "0")}T00:00:00Z`;
const told = (event: string, day: number, more: object = {}) => ({
  event,
  created_at: on(day),
  ...more,
});
const label = (name: string, color = "ededed") => ({ label: { name, color } });
const present = (name: string, color = "ededed") => ({ name, color });

function itemOf(record: object, events: unknown[]): WorkItem {
  const mapped = mapGithubIssue({ issue: record, events }, mapping);
  if (mapped.outcome === "item") return mapped.item;
  throw new Error(`${mapped.outcome}: ${mapped.why}`);
}

/** The journal of one type as [day of May, detail]. */
function journal(record: object, events: unknown[], ...types: ItemEvent["type"][]) {
  return itemOf(record, events)
    .events.filter(({ type }) => types.includes(type))
    .map(({ at, type, detail }) => [at.getUTCDate(), ...(types.length > 1 ? [type] : []), detail]);
}

const passages = (record: object, events: unknown[]) =>
  journal(record, events, "opened", "closed", "reopened");

describe("closing and reopening", () => {
  it("are told each time, with their reasons, through any number of reopenings", () => {
    const events = [
      told("closed", 3, { state_reason: "not_planned" }),
      told("reopened", 4),
      told("closed", 6, { state_reason: null }),
      told("reopened", 7),
      told("closed", 9, { state_reason: "completed" }),
    ];
    expect(passages(issue(closed), events)).toEqual([
      [1, "opened", null],
      [3, "closed", "not_planned"],
      [4, "reopened", null],
      [6, "closed", null],
      [7, "reopened", null],
      [9, "closed", "completed"],
    ]);
  });

  it("take the last reason from the issue, which knows one that was given later", () => {
    const events = [told("closed", 9)];
    const record = issue({ ...closed, state_reason: "duplicate" });
    expect(passages(record, events).at(-1)).toEqual([9, "closed", "duplicate"]);
  });

  it("were when the issue says, of which the event is often written a second later", () => {
    const late = (day: number) => ({ created_at: on(day).replace("00Z", "01Z") });
    const events = [told("closed", 3, late(3)), told("reopened", 4), told("closed", 9, late(9))];
    const { events: journal, closedAt } = itemOf(issue(closed), events);
    const closings = journal.filter(({ type }) => type === "closed").map(({ at }) => at);
    expect(closings).toEqual([new Date(late(3).created_at), new Date(on(9))]);
    expect(closedAt).toEqual(closings.at(-1));
  });

  it("keep their order where the issue was reopened and closed within that second", () => {
    const events = [
      told("closed", 3),
      told("reopened", 9),
      told("closed", 9, { created_at: "2024-05-09T00:00:01Z" }),
    ];
    const last = itemOf(issue(closed), events).events.at(-1);
    expect(last).toMatchObject({ type: "closed", at: new Date("2024-05-09T00:00:01Z") });
  });

  it("end with the last closing though the reopening before it was within its second", () => {
    const events = [told("closed", 3, { state_reason: "not_planned" })];
    for (const within of [[], [told("reopened", 9), told("closed", 9)]]) {
      const item = itemOf(issue(closed), [...events, ...within]);
      expect(item.events.slice(1)).toEqual([
        { type: "closed", at: new Date(on(3)), detail: "not_planned" },
        { type: "reopened", at: new Date("2024-05-08T23:59:59.999Z"), detail: null },
        { type: "closed", at: item.closedAt, detail: "completed" },
      ]);
    }
  });

  it("agree with the issue's state where an event is missing", () => {
    expect(passages(issue(closed), []).at(-1)).toEqual([9, "closed", "completed"]);
    const reopened = passages(issue(), [told("closed", 9)]);
    expect(reopened.at(-1)).toEqual([31, "reopened", null]);
  });

  it("within one second count for nothing where they cancel each other out", () => {
    const there = [told("closed", 9), told("reopened", 9)];
    expect(passages(issue(), there)).toEqual([[1, "opened", null]]);
    const again = [...there, told("closed", 9)];
    expect(passages(issue(closed), again).at(-1)).toEqual([9, "closed", "completed"]);
  });

  it("that the issue does not show yet are left for the next sync", () => {
    const record = issue({ updated_at: on(20) });
    expect(passages(record, [told("closed", 21)])).toEqual([[1, "opened", null]]);
  });
});

describe("labels", () => {
  const labels = (record: object, events: unknown[]) => journal(record, events, "relabelled");

  it("are told as what the issue had from each change on, from its creation", () => {
    const events = [
      told("labeled", 2, label("bug")),
      told("labeled", 3, label("ui")),
      told("unlabeled", 5, label("bug")),
    ];
    expect(labels(issue({ labels: [present("ui")] }), events)).toEqual([
      [1, null],
      [2, "bug"],
      [3, "bug\nui"],
      [5, "ui"],
    ]);
  });

  it("that a template set have no event and were there from the creation", () => {
    const events = [told("labeled", 3, label("ui")), told("unlabeled", 4, label("triage"))];
    const record = issue({ labels: [present("bug"), present("ui")] });
    expect(labels(record, events)).toEqual([
      [1, "bug\ntriage"],
      [3, "bug\ntriage\nui"],
      [4, "bug\nui"],
    ]);
  });

  it.each([
    ["in its case", present("Windows"), label("windows")],
    ["wholly, known by its colour", present("defect", "d73a4a"), label("bug", "d73a4a")],
  ])("that were renamed %s go by their new name", (_how, now, then) => {
    expect(labels(issue({ labels: [now] }), [told("labeled", 2, then)])).toEqual([
      [1, null],
      [2, now.name],
    ]);
  });

  it("are known by their id where GraphQL tells it", () => {
    const events = [
      { __typename: "LabeledEvent", createdAt: on(2), label: { id: "LA_1", name: "defect" } },
    ];
    const record = issue({ labels: [{ ...present("defect now"), node_id: "LA_1" }] });
    expect(labels(record, events).at(-1)).toEqual([2, "defect now"]);
  });

  it("that are gone without an event went by the last update at the latest", () => {
    const events = [told("labeled", 2, label("bug", "d73a4a")), told("labeled", 3, label("ui"))];
    expect(labels(issue({ labels: [present("ui")] }), events)).toEqual([
      [1, null],
      [2, "bug"],
      [3, "bug\nui"],
      [31, "ui"],
    ]);
  });

  it("are not taken for another's new name where their colours differ", () => {
    const record = issue({ labels: [present("from a template", "111111")] });
    expect(labels(record, [told("labeled", 2, label("bug", "d73a4a"))])).toEqual([
      [1, "from a template"],
      [2, "bug\nfrom a template"],
      [31, "from a template"],
    ]);
  });

  it("have no journal where none was ever changed", () => {
    expect(labels(issue({ labels: [present("bug")] }), [])).toEqual([]);
  });
});

describe("titles, milestones and types", () => {
  it("are told with the value they began with", () => {
    const events = [
      told("renamed", 2, { rename: { from: "Pay", to: "Pay by bank transfer" } }),
      told("milestoned", 3, { milestone: { title: "Spring" } }),
      told("demilestoned", 4, { milestone: { title: "Spring" } }),
      told("issue_type_added", 5, { issue_type: { name: "Task" } }),
      told("issue_type_changed", 6, {
        issue_type: { name: "Bug" },
        prev_issue_type: { name: "Task" },
      }),
      told("issue_type_removed", 7, { prev_issue_type: { name: "Bug" } }),
    ];
    expect(journal(issue(), events, "retitled")).toEqual([
      [1, "Pay"],
      [2, "Pay by bank transfer"],
    ]);
    expect(journal(issue(), events, "milestoned")).toEqual([
      [1, null],
      [3, "Spring"],
      [4, null],
    ]);
    expect(journal(issue(), events, "retyped")).toEqual([
      [1, null],
      [5, "Task"],
      [6, "Bug"],
      [7, null],
    ]);
  });

  it("that were renamed, or that the event does not name, go by the name they have now", () => {
    const record = issue({ milestone: { title: "22.0" }, type: { name: "Bug" } });
    const events = [
      told("milestoned", 3, { milestone: { title: "0.22.0" } }),
      told("issue_type_added", 4),
    ];
    expect(journal(record, events, "milestoned").at(-1)).toEqual([3, "22.0"]);
    expect(journal(record, events, "retyped").at(-1)).toEqual([4, "Bug"]);
  });

  it("keep a transfer with the repository the issue came from, where it is told", () => {
    const fromRepository = { nameWithOwner: "acme/old" };
    const events = [
      told("transferred", 2),
      { __typename: "TransferredEvent", createdAt: on(3), fromRepository },
    ];
    expect(journal(issue(), events, "transferred")).toEqual([
      [2, null],
      [3, "acme/old"],
    ]);
  });
});

describe("a record", () => {
  it("without history tells what it can by itself", () => {
    const mapped = mapGithubIssue(issue(closed), mapping);
    if (mapped.outcome !== "item") throw new Error(mapped.why);
    expect(mapped.item.events.map(({ type }) => type)).toEqual(["opened", "closed"]);
  });

  it("names its parent by key, in this repository by the source's own name", () => {
    const parent = (url: string, repository = "acme/shop") =>
      itemOf(
        issue({
          repository_url: `https://api.github.com/repos/${repository}`,
          parent_issue_url: url,
        }),
        [],
      ).parentKey;
    expect(parent("https://api.github.com/repos/acme/shop/issues/3")).toBe("acme/shop#3");
    expect(parent("https://ghe.example/api/v3/repos/Acme/Store/issues/3", "acme/store")).toBe(
      "acme/shop#3",
    );
    expect(parent("https://api.github.com/repos/other/place/issues/3")).toBe("other/place#3");
    expect(parent("nonsense")).toBeNull();
  });

  it.each([
    ["Epic", true],
    ["initiative", true],
    ["Feature", false],
    [null, false],
  ])("of the type %s is a container: %s, with sub-issues or without", (name, isContainer) => {
    const record = issue({ type: name && { name }, sub_issues_summary: { total: 3 } });
    expect(itemOf(record, []).isContainer).toBe(isContainer);
  });

  it("never throws, whatever its events are, and keeps no text that cannot be stored", () => {
    const kinds = fc.constantFrom("labeled", "renamed", "closed", "issue_type_changed");
    const strange = fc.record({ event: kinds, created_at: fc.anything(), label: fc.anything() });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), strange)), (events) => {
        itemOf(issue(), events);
      }),
    );
    const text = "a\u0000b\uD800c";
    const item = itemOf(issue({ labels: [present(text)] }), [
      told("labeled", 2, label(text)),
      told("renamed", 3, { rename: { from: text, to: text } }),
      told("closed", 4, { state_reason: text }),
    ]);
    expect(JSON.stringify(item)).not.toMatch(/\\u0000|\\ud800/i);
  });
});
