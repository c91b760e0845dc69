import { describe, expect, it } from "vitest";
import { mapGithubIssue } from "@/lib/connectors/github/mapper";
import type { ItemEvent, WorkItem } from "@/lib/domain/work-item";

const on = (day: number) => `2024-05-${String(day).padStart(2, "0")}T00:00:00Z`;
const told = (event: string, day: number, more: object = {}) => ({
  event,
  created_at: on(day),
  ...more,
});

/** An issue in the vendor's shape, created on 1 May 2024. */
const issue = (changes: object = {}) => ({
  ...{ id: 42, number: 7, html_url: "https://github.com/acme/shop/issues/7", title: "Pay" },
  ...{ state: "open", labels: [], created_at: on(1), updated_at: on(31), closed_at: null },
  ...changes,
});
const closed = { state: "closed", closed_at: on(9), state_reason: "completed" };

function itemOf(record: object, events: unknown[]): WorkItem {
  const repository = { owner: "acme", name: "shop" };
  const mapped = mapGithubIssue({ issue: record, events }, { repository, count: "issues" });
  if (mapped.outcome === "item") return mapped.item;
  throw new Error(`${mapped.outcome}: ${mapped.why}`);
}

/** The journal of one type as [day of May, detail]. */
function journal(record: object, events: unknown[], type: ItemEvent["type"]) {
  return itemOf(record, events)
    .events.filter((event) => event.type === type)
    .map(({ at, detail }) => [at.getUTCDate(), detail]);
}

describe("the effort of an issue", () => {
  const ada = { assignee: { login: "ada" } };

  it("is the time from the first assignment to the close", () => {
    const events = [told("assigned", 3, ada), told("assigned", 5), told("closed", 9)];
    expect(itemOf(issue(closed), events).effortDays).toBe(6);
    expect(journal(issue(closed), events, "assigned")).toEqual([[3, "ada"]]);
    expect(journal(issue(closed), events, "effort")).toEqual([[9, "6"]]);
  });

  it("leaves out what it was closed for meanwhile", () => {
    const events = [
      ...[told("assigned", 2, ada), told("closed", 4)],
      ...[told("reopened", 7), told("closed", 9)],
    ];
    expect(journal(issue(closed), events, "effort")).toEqual([
      [4, "2"],
      [9, "4"],
    ]);
  });

  it("counts from the reopening what was first assigned while it was closed", () => {
    const events = [
      ...[told("closed", 2), told("assigned", 3, ada)],
      ...[told("reopened", 6), told("closed", 9)],
    ];
    expect(itemOf(issue(closed), events).effortDays).toBe(3);
  });

  it.each([
    ["never assigned", issue(closed), [told("closed", 9)]],
    ["assigned only afterwards", issue(closed), [told("closed", 9), told("assigned", 10, ada)]],
    ["open", issue(), [told("assigned", 3, ada)]],
  ])("is unmeasured where the issue is %s", (_name, record, events) => {
    expect(itemOf(record, events).effortDays).toBeNull();
  });

  it("is read from GraphQL's names too", () => {
    const node = { __typename: "AssignedEvent", createdAt: on(3), assignee: { login: "ada" } };
    const ending = { __typename: "ClosedEvent", createdAt: on(9), stateReason: "COMPLETED" };
    expect(itemOf(issue(closed), [node, ending]).effortDays).toBe(6);
  });
});
