import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapGithubIssue } from "@/lib/connectors/github/mapper";
import type { CountMode } from "@/lib/domain/source";
import type { WorkItem } from "@/lib/domain/work-item";

const repository = { owner: "acme", name: "shop" };

/** An open issue in the vendor's shape, with what differs. */
function payload(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 42,
    number: 7,
    html_url: "https://github.com/acme/shop/issues/7",
    title: "Pay by bank transfer",
    body: "Please.",
    state: "open",
    state_reason: null,
    labels: [{ id: 1, name: "feature" }],
    user: { login: "ada" },
    assignee: null,
    assignees: [],
    milestone: null,
    created_at: "2024-05-01T10:00:00Z",
    updated_at: "2024-05-02T10:00:00Z",
    closed_at: null,
    ...changes,
  };
}

const closed = { state: "closed", closed_at: "2024-05-02T10:00:00Z" };

function map(changes: Record<string, unknown> = {}, count: CountMode = "issues") {
  return mapGithubIssue(payload(changes), { repository, count });
}

function itemOf(changes: Record<string, unknown> = {}, count: CountMode = "issues"): WorkItem {
  const mapped = map(changes, count);
  if (mapped.outcome === "item") return mapped.item;
  throw new Error(`${mapped.outcome}: ${mapped.why}`);
}

describe("an issue", () => {
  it("becomes a work item with its id, key and times, in our words", () => {
    expect(itemOf()).toEqual({
      externalId: "42",
      key: "acme/shop#7",
      number: 7,
      url: "https://github.com/acme/shop/issues/7",
      title: "Pay by bank transfer",
      body: "Please.",
      state: "open",
      resolution: null,
      originalResolution: null,
      type: null,
      status: null,
      priority: null,
      labels: ["feature"],
      components: [],
      sprint: null,
      sprints: [],
      milestone: null,
      author: "ada",
      assignee: null,
      assignees: [],
      parentKey: null,
      isContainer: false,
      isSubtask: false,
      points: null,
      effortDays: null,
      createdAt: new Date("2024-05-01T10:00:00Z"),
      updatedAt: new Date("2024-05-02T10:00:00Z"),
      closedAt: null,
      events: [{ type: "opened", at: new Date("2024-05-01T10:00:00Z"), detail: null }],
    });
  });

  it("keeps labels that come as plain strings, and skips those without a name", () => {
    expect(itemOf({ labels: ["bug", { name: "ui" }, { id: 3 }, { name: null }] }).labels).toEqual([
      "bug",
      "ui",
    ]);
  });

  it("may have no user (a deleted account), no body and no milestone", () => {
    const item = itemOf({ user: null, body: null, milestone: undefined });
    expect([item.author, item.body, item.milestone]).toEqual([null, null, null]);
  });

  it("carries its native type, where the organisation has types", () => {
    expect(itemOf({ type: { name: "Bug" } }).type).toBe("Bug");
    expect(itemOf({ type: null }).type).toBeNull();
  });

  it("takes its first assignee where the answer has no `assignee` any more", () => {
    const assignees = [{ login: "ada" }, { login: "grace" }];
    expect(itemOf({ assignees, assignee: undefined }).assignee).toBe("ada");
    expect(itemOf({ assignees, assignee: null }).assignee).toBeNull();
    expect(itemOf({ assignees }).assignees).toEqual(["ada", "grace"]);
  });
});

describe("how it ended", () => {
  it.each([
    ["completed", "completed"],
    [null, "completed"],
    [undefined, "completed"],
    ["not_planned", "not_planned"],
    ["duplicate", "duplicate"],
    ["some_new_reason", null],
  ])("a closed issue with state_reason %s has the resolution %s", (reason, resolution) => {
    const item = itemOf({ ...closed, state_reason: reason });
    expect(item.resolution).toBe(resolution);
    expect(item.originalResolution).toBe(reason ?? null);
  });

  it("has a closing event at closed_at with GitHub's own word", () => {
    const item = itemOf({ ...closed, state_reason: "not_planned" });
    const at = new Date("2024-05-02T10:00:00Z");
    expect(item.closedAt).toEqual(at);
    expect(item.events.at(-1)).toEqual({ type: "closed", at, detail: "not_planned" });
  });

  it("is unknown for a reopened issue, even where closed_at was left behind", () => {
    const item = itemOf({ ...closed, state: "open", state_reason: "reopened" });
    expect([item.resolution, item.closedAt, item.events.length]).toEqual([null, null, 1]);
  });
});

describe("a pull request in the listing", () => {
  const pull = (merged_at: string | null) => ({ ...closed, pull_request: { merged_at } });

  it("is left out where only issues count, understood or not", () => {
    expect(map(pull(null)).outcome).toBe("ignored");
    expect(map({ ...pull(null), title: 5 }).outcome).toBe("ignored");
  });

  it("is completed when merged and not planned when closed without, where it counts", () => {
    const counting = "issues_and_pulls";
    expect(itemOf(pull("2024-05-02T10:00:00Z"), counting).resolution).toBe("completed");
    expect(itemOf(pull(null), counting).resolution).toBe("not_planned");
  });
});

describe("what cannot be stored or understood", () => {
  it("is made storable: no NUL and no lone surrogate in any text", () => {
    const text = "a\u0000b\uD800c";
    const item = itemOf({
      title: text,
      body: text,
      labels: [text, { name: text }],
      user: { login: text },
      assignees: [{ login: text }],
      milestone: { title: text },
      type: { name: text },
    });
    const strings = JSON.stringify(item);
    expect(item.title).toBe("a\uFFFDb\uFFFDc");
    expect(strings).not.toMatch(/\\u0000|\\ud800/i);
  });

  it.each([
    ["title", { title: null }],
    ["state", { state: "locked" }],
    ["created_at", { created_at: "yesterday" }],
    ["number", { number: "7" }],
    ["labels", { labels: null }],
    ["html_url", { html_url: "javascript:alert(1)" }],
    ["id", { id: 1.5 }],
  ])("is refused with the name of the field: %s", (field, changes) => {
    expect(map(changes)).toMatchObject({
      outcome: "refused",
      why: expect.stringMatching(new RegExp(`^${field}`)),
    });
  });

  it("never throws, whatever the record is", () => {
    const mapping = { repository, count: "issues_and_pulls" as const };
    fc.assert(
      fc.property(
        fc.anything(),
        fc.anything(),
        fc.constantFrom(...Object.keys(payload())),
        (any, value, field) => {
          mapGithubIssue(any, mapping);
          mapGithubIssue(payload({ [field]: value }), mapping);
        },
      ),
    );
  });
});
