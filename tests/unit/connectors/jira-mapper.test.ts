import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JiraMapping, mapJiraIssue } from "@/lib/connectors/jira/mapper";
import type { WorkItem } from "@/lib/domain/work-item";

const float = "com.atlassian.jira.plugin.system.customfieldtypes:float";
const customFields = {
  customfield_1: { name: "Epic Link", type: "com.pyxis.greenhopper.jira:gh-epic-link" },
  customfield_2: { name: "Sprint", type: "com.pyxis.greenhopper.jira:gh-sprint" },
  customfield_3: { name: "Story Points", type: float },
  customfield_4: { name: "Story points", type: float },
  customfield_5: { name: "Epic Name", type: "com.pyxis.greenhopper.jira:gh-epic-label" },
  customfield_6: { name: "Effort", type: float },
};

const done = { name: "Closed", statusCategory: { key: "done" } };
const statusCategories = { 1: "new", 3: "indeterminate", 5: "done", 6: "done" };

/** An open task in the shape that both APIs share, with what differs. */
function payload(fields: Record<string, unknown> = {}, histories: unknown[] = []) {
  return {
    issue: {
      id: "10042",
      key: "PAY-7",
      fields: {
        summary: "Pay by bank transfer",
        description: "Please.",
        status: { id: "1", name: "Open", statusCategory: { key: "new" } },
        issuetype: { id: "1", name: "Task", subtask: false },
        resolution: null,
        resolutiondate: null,
        created: "2024-05-01T12:00:00.000+0200",
        updated: "2024-05-02T10:00:00.000+0000",
        labels: ["bank"],
        components: [{ name: "Checkout" }],
        fixVersions: [],
        priority: { name: "High" },
        assignee: { displayName: "Grace", name: "grace" },
        reporter: { name: "ada" },
        ...fields,
      },
    },
    histories,
    customFields,
    statusCategories,
    webUrl: "https://jira.example.com",
  };
}

const plain: JiraMapping = { pointsField: null, resolutions: {} };

function itemOf(
  fields: Record<string, unknown> = {},
  histories: unknown[] = [],
  mapping: Partial<JiraMapping> = {},
): WorkItem {
  const mapped = mapJiraIssue(payload(fields, histories), { ...plain, ...mapping });
  if (mapped.outcome === "item") return mapped.item;
  throw new Error(`${mapped.outcome}: ${mapped.why}`);
}

const names: Record<string, string> = { 1: "Open", 3: "In Progress", 5: "Resolved", 6: "Closed" };

/** One entry of a changelog: a status change, with what else changed at once. */
function moved(created: unknown, from: string, to: string, ...more: object[]) {
  const item = { field: "status", from, fromString: names[from], to, toString: names[to] };
  return { id: "1", created, items: [item, ...more] };
}

describe("an issue", () => {
  it("becomes a work item with its id, key and times, in our words", () => {
    const createdAt = new Date("2024-05-01T10:00:00Z");
    expect(itemOf()).toEqual({
      externalId: "10042",
      key: "PAY-7",
      number: 7,
      url: "https://jira.example.com/browse/PAY-7",
      title: "Pay by bank transfer",
      body: "Please.",
      state: "open",
      resolution: null,
      originalResolution: null,
      type: "Task",
      status: "Open",
      priority: "High",
      labels: ["bank"],
      components: ["Checkout"],
      sprint: null,
      milestone: null,
      author: "ada",
      assignee: "Grace",
      assignees: ["Grace"],
      parentKey: null,
      isContainer: false,
      isSubtask: false,
      points: null,
      createdAt,
      updatedAt: new Date("2024-05-02T10:00:00Z"),
      closedAt: null,
      events: [{ type: "opened", at: createdAt, detail: null }],
    });
  });

  it("may have no people, no priority and no description", () => {
    const item = itemOf({ reporter: null, assignee: null, priority: null, description: null });
    expect([item.author, item.assignee, item.assignees, item.priority, item.body]).toEqual([
      null,
      null,
      [],
      null,
      null,
    ]);
  });

  it("reads a description in both encodings", () => {
    const text = [{ type: "text", text: "As a document" }];
    const document = { type: "doc", version: 1, content: [{ type: "paragraph", content: text }] };
    expect(itemOf({ description: document }).body).toBe("As a document");
    expect(itemOf({ description: "h1. As *wiki* markup" }).body).toBe("As wiki markup");
  });
});

describe("where an issue belongs", () => {
  it("is its parent, or the epic that older sites link by a field", () => {
    expect(itemOf({ parent: { key: "PAY-1" }, customfield_1: "PAY-2" }).parentKey).toBe("PAY-1");
    expect(itemOf({ customfield_1: "PAY-2" }).parentKey).toBe("PAY-2");
  });

  it.each([
    [{ name: "Epic", subtask: false, hierarchyLevel: 1 }, true, false],
    [{ name: "Goal", subtask: false, hierarchyLevel: 2 }, true, false],
    [{ name: "Epic", subtask: false, hierarchyLevel: 0 }, false, false],
    [{ name: "Epic", subtask: false }, true, false],
    [{ name: "Initiative", subtask: false }, true, false],
    [{ name: "Sub-task", subtask: true }, false, true],
    [{ name: "Step", subtask: false, hierarchyLevel: -1 }, false, true],
  ])("of the type %o: container %s, sub-task %s", (issuetype, isContainer, isSubtask) => {
    expect(itemOf({ issuetype })).toMatchObject({ isContainer, isSubtask, type: issuetype.name });
  });

  it("is a container where a Data Center's type of any name has an epic's name", () => {
    expect(itemOf({ customfield_5: "Checkout", issuetype: { name: "Thema" } }).isContainer).toBe(
      true,
    );
  });

  it.each([
    [
      [
        { id: 1, name: "May", state: "closed" },
        { id: 2, name: "June", state: "active" },
      ],
      "June",
    ],
    [
      [
        { id: 2, name: "June", state: "active" },
        { id: 3, name: "July", state: "future" },
      ],
      "June",
    ],
    [
      [
        { id: 1, name: "May", state: "closed" },
        { id: 2, name: "June", state: "closed" },
      ],
      "June",
    ],
    [
      [
        "com.atlassian.greenhopper.service.sprint.Sprint@1f[id=1,rapidViewId=2,state=CLOSED,name=May, part 2 [b],startDate=2024-05-01T00:00:00.000Z,goal=]",
      ],
      "May, part 2 [b]",
    ],
    ["com.atlassian.greenhopper.service.sprint.Sprint@1f[name=Only]", "Only"],
    [null, null],
    [[17, "nonsense", {}], null],
  ])("shows the sprint it is in or was in last: %o", (sprints, name) => {
    expect(itemOf({ customfield_2: sprints }).sprint).toBe(name);
  });
});

describe("points", () => {
  it("come from the chosen field, by its id or its name", () => {
    const fields = { customfield_3: 3, customfield_4: 5, customfield_6: 8 };
    expect(itemOf(fields, [], { pointsField: "customfield_4" }).points).toBe(5);
    expect(itemOf(fields, [], { pointsField: "effort" }).points).toBe(8);
    expect(itemOf({ customfield_3: 3 }, [], { pointsField: "Effort" }).points).toBeNull();
  });

  it("come from the candidates only where they agree: an unknown is no guess", () => {
    expect(itemOf({ customfield_3: 3 }).points).toBe(3);
    expect(itemOf({ customfield_3: 3, customfield_4: 3, customfield_6: 9 }).points).toBe(3);
    expect(itemOf({ customfield_3: 3, customfield_4: 5 }).points).toBeNull();
    expect(itemOf({ customfield_3: 0 }).points).toBe(0);
    expect(itemOf({ customfield_3: "3" }).points).toBeNull();
  });
});

describe("how it ended", () => {
  it.each([
    ["Fixed", "completed"],
    ["Done", "completed"],
    ["Won't Fix", "not_planned"],
    ["Won’t Do", "not_planned"],
    ["INVALID", "not_planned"],
    ["Cannot Reproduce", "not_planned"],
    ["Not a Bug", "not_planned"],
    ["Incomplete", "not_planned"],
    ["Duplicate", "duplicate"],
    ["Moved to another universe", null],
  ])("closed as %s it is %s", (name, resolution) => {
    const item = itemOf({ status: done, resolution: { name } });
    expect([item.state, item.resolution, item.originalResolution]).toEqual([
      "closed",
      resolution,
      name,
    ]);
  });

  it("is what the source's own table says, over the defaults", () => {
    const own = { resolutions: { incomplete: "completed", Abgelehnt: "not_planned" } as const };
    const closedAs = (name: string) => itemOf({ status: done, resolution: { name } }, [], own);
    expect(closedAs("Incomplete").resolution).toBe("completed");
    expect(closedAs("abgelehnt").resolution).toBe("not_planned");
    expect(closedAs("Duplicate").resolution).toBe("duplicate");
  });

  it("is told by the status where there is no resolution, as in team-managed projects", () => {
    const status = (name: string) => ({ name, statusCategory: { key: "done" } });
    expect(itemOf({ status: status("Won't do") }).resolution).toBe("not_planned");
    expect(itemOf({ status: status("Live") }).resolution).toBe("completed");
  });

  it("is open while its status is, whatever the resolution says", () => {
    const item = itemOf({ resolution: { name: "Fixed" } });
    expect([item.state, item.resolution, item.closedAt]).toEqual(["open", null, null]);
  });
});

describe("when it was closed", () => {
  const on = (day: number) => `2024-06-0${day}T10:00:00.000+0000`;
  const at = (day: number) => new Date(`2024-06-0${day}T10:00:00Z`);

  it("is its last passage into done, not a step within done nor a later edit", () => {
    const histories = [
      moved(on(5), "3", "5"),
      moved(on(1), "1", "5"),
      moved(on(3), "5", "3"),
      moved(on(7), "5", "6"),
    ];
    const item = itemOf({ status: done, updated: on(9) }, histories);
    expect(item.closedAt).toEqual(at(5));
    const told = item.events.filter(({ type }) => ["closed", "reopened"].includes(type));
    expect(told).toEqual([
      { type: "closed", at: at(1), detail: "Resolved" },
      { type: "reopened", at: at(3), detail: "In Progress" },
      { type: "closed", at: at(5), detail: "Resolved" },
    ]);
  });

  it("is read from numbers too, as the bulk changelog writes instants", () => {
    expect(itemOf({ status: done }, [moved(at(2).getTime(), "1", "6")]).closedAt).toEqual(at(2));
    const inSeconds = at(2).getTime() / 1000;
    expect(itemOf({ status: done }, [moved(inSeconds, "1", "6")]).closedAt).toEqual(at(2));
  });

  it("is the resolution date, then the last update, where no passage is recorded", () => {
    expect(itemOf({ status: done, resolutiondate: on(4) }).closedAt).toEqual(at(4));
    const item = itemOf({ status: done, updated: on(8) });
    expect(item.closedAt).toEqual(at(8));
    expect(item.events.at(-1)).toEqual({ type: "closed", at: at(8), detail: null });
  });

  it("tells the resolution that was set with it", () => {
    const fixed = { field: "resolution", from: null, fromString: null, to: "1", toString: "Fixed" };
    const item = itemOf({ status: done }, [moved(on(2), "3", "5", fixed)]);
    expect(item.events).toContainEqual({ type: "closed", at: at(2), detail: "Fixed" });
  });

  it("does not change by a passage through a status that is gone from the site", () => {
    const histories = [moved(on(1), "1", "99"), moved(on(2), "99", "5"), moved(on(3), "5", "98")];
    expect(itemOf({ status: done }, [...histories, moved(on(4), "98", "6")]).closedAt).toEqual(
      at(2),
    );
  });

  it("ends open where the status was moved out of done without an entry", () => {
    const item = itemOf({ updated: on(9) }, [moved(on(2), "1", "5")]);
    expect(item.closedAt).toBeNull();
    expect(item.events.at(-1)).toEqual({ type: "reopened", at: at(9), detail: null });
  });
});

describe("the history of type, labels, status and resolution", () => {
  it("gives each value from when on it held, the first from the creation on", () => {
    const change = (field: string, fromString: string | null, after: string | null) => ({
      id: "1",
      created: "2024-06-01T10:00:00.000+0000",
      items: [{ field, fieldId: field, from: "1", fromString, to: "2", toString: after }],
    });
    const { events, createdAt } = itemOf({}, [
      change("issuetype", "Bug", "Task"),
      change("labels", "", "bank urgent"),
      change("description", "a", "b"),
    ]);
    const at = new Date("2024-06-01T10:00:00Z");
    expect(events).toEqual([
      { type: "opened", at: createdAt, detail: null },
      { type: "retyped", at: createdAt, detail: "Bug" },
      { type: "relabelled", at: createdAt, detail: null },
      { type: "retyped", at, detail: "Task" },
      { type: "relabelled", at, detail: "bank urgent" },
    ]);
  });

  it("does not take an inherited toString for a value", () => {
    const items = [{ field: "labels", from: null, to: null, fromString: "old" }];
    const { events } = itemOf({}, [{ created: "2024-06-01T10:00:00.000+0000", items }]);
    expect(events.at(-1)).toMatchObject({ type: "relabelled", detail: null });
  });

  it("never has two events of one type at one instant", () => {
    const histories = [moved(1717236000000, "1", "3"), moved(1717236000000, "3", "5")];
    const { events } = itemOf({ status: done }, histories);
    const places = events.map(({ type, at }) => `${type} ${+at}`);
    expect(new Set(places).size).toBe(places.length);
    expect(events).toContainEqual({
      type: "status",
      at: new Date(1717236000000),
      detail: "Resolved",
    });
  });
});

describe("what cannot be stored or understood", () => {
  it("is made storable: no NUL and no lone surrogate in any text", () => {
    const text = "a\u0000b\uD800c";
    const item = itemOf(
      {
        summary: text,
        description: text,
        labels: [text],
        components: [{ name: text }],
        reporter: { displayName: text },
        assignee: { displayName: text },
        priority: { name: text },
        parent: { key: text },
        customfield_2: [{ name: text, state: "active" }],
        issuetype: { name: text },
        status: { name: text, statusCategory: { key: "done" } },
        resolution: { name: text },
        fixVersions: [{ name: text }],
      },
      [{ created: 1717236000000, items: [{ field: "labels", fromString: text, toString: text }] }],
    );
    expect(item.title).toBe("a\uFFFDb\uFFFDc");
    expect(JSON.stringify(item)).not.toMatch(/\\u0000|\\ud800/i);
  });

  it.each([
    ["fields.summary", { summary: null }],
    ["fields.status", { status: null }],
    ["fields.created", { created: "yesterday" }],
    ["fields.labels", { labels: "bug" }],
    ["fields.issuetype", { issuetype: {} }],
  ])("is refused with the name of the field: %s", (field, changes) => {
    expect(mapJiraIssue(payload(changes), plain)).toMatchObject({
      outcome: "refused",
      why: expect.stringMatching(new RegExp(`^${field}`)),
    });
  });

  it("never throws, whatever the record is", () => {
    const fields = Object.keys(payload().issue.fields);
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.constantFrom(...fields), (any, value, field) => {
        mapJiraIssue(any, plain);
        mapJiraIssue(payload({ [field]: value }), plain);
        mapJiraIssue(payload({}, [any, { created: 1, items: [value, { field: any }] }]), plain);
        mapJiraIssue(payload({ description: any, customfield_2: [value, any] }), plain);
      }),
    );
  });
});
