import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mapJiraIssue } from "@/lib/connectors/jira/mapper";
import { itemOf, payload, plain } from "./jira-payloads";

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
      sprints: [],
      milestone: null,
      author: "ada",
      assignee: "Grace",
      assignees: ["Grace"],
      parentKey: null,
      isContainer: false,
      isSubtask: false,
      points: null,
      effortDays: null,
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

  it("keeps each sprint it was in with its dates, in either encoding", () => {
    const may = {
      ...{ id: "7", name: "May, part 2", board: "4" },
      startsAt: new Date("2024-05-01T08:00:00Z"),
      endsAt: new Date("2024-05-14T08:00:00Z"),
      completedAt: new Date("2024-05-15T09:30:00Z"),
    };
    const cloud = {
      ...{ id: 7, name: "May, part 2", state: "closed", boardId: 4 },
      startDate: "2024-05-01T08:00:00.000Z",
      endDate: "2024-05-14T08:00:00.000Z",
      completeDate: "2024-05-15T09:30:00.000Z",
    };
    const written =
      "com.atlassian.greenhopper.service.sprint.Sprint@1f[id=7,rapidViewId=4,state=CLOSED,name=May, part 2,startDate=2024-05-01T10:00:00.000+02:00,endDate=2024-05-14T10:00:00.000+02:00,completeDate=2024-05-15T11:30:00.000+02:00,activatedDate=<null>,sequence=7,goal=]";
    expect(itemOf({ customfield_2: [cloud] }).sprints).toEqual([may]);
    expect(itemOf({ customfield_2: [written] }).sprints).toEqual([may]);
    expect(itemOf({ customfield_2: [cloud, written] }).sprints).toEqual([may]);
  });

  it("knows no days of a sprint that has not begun, and no end of one that runs", () => {
    const dates = { startDate: "2024-05-01T08:00:00Z", endDate: "2024-05-14T08:00:00Z" };
    const [future, active, strange] = itemOf({
      customfield_2: [
        { id: 1, name: "June", state: "future", ...dates },
        { id: 2, name: "May", state: "active", ...dates, completeDate: dates.endDate },
        { id: 3, name: "April", state: "closed", startDate: "soon", endDate: 17, boardId: {} },
        { name: "without an id", state: "closed", ...dates },
      ],
    }).sprints;
    expect(future).toMatchObject({ id: "1", startsAt: null, endsAt: null, completedAt: null });
    expect(active).toMatchObject({ startsAt: new Date(dates.startDate), completedAt: null });
    expect(strange).toMatchObject({ id: "3", board: null, startsAt: null });
  });
});

describe("points", () => {
  it("are none where the number is below zero, in candidates and in the chosen field", () => {
    expect(itemOf({ customfield_3: -3 }).points).toBeNull();
    expect(itemOf({ customfield_3: -1, customfield_4: 5 }).points).toBe(5);
    expect(itemOf({ customfield_6: -8 }, [], { pointsField: "Effort" }).points).toBeNull();
    expect(itemOf({ customfield_3: 0 }).points).toBe(0);
  });

  it("come from the chosen field, by its id or its name", () => {
    const fields = { customfield_3: 3, customfield_4: 5, customfield_6: 8 };
    expect(itemOf(fields, [], { pointsField: "customfield_4" }).points).toBe(5);
    expect(itemOf(fields, [], { pointsField: "effort" }).points).toBe(8);
    expect(itemOf({ customfield_3: 3 }, [], { pointsField: "Effort" }).points).toBeNull();
  });

  it.each([
    ["5", 5],
    [" 0.5 ", 0.5],
    [{ self: "https://acme.example/option/1", value: "13", id: "1" }, 13],
    [{ value: "XL" }, null],
    ["5 or 8", null],
    ["0x10", null],
    ["", null],
    [[{ value: "3" }], null],
  ])("are read from the text or option %j of the field that was chosen as %s", (value, points) => {
    const chosen = { pointsField: "customfield_4" };
    expect(itemOf({ customfield_4: value }, [], chosen).points).toBe(points);
    expect(itemOf({ customfield_4: value }).points).toBeNull();
  });

  it("come from the candidates only where they agree: an unknown is no guess", () => {
    expect(itemOf({ customfield_3: 3 }).points).toBe(3);
    expect(itemOf({ customfield_3: 3, customfield_4: 3, customfield_6: 9 }).points).toBe(3);
    expect(itemOf({ customfield_3: 3, customfield_4: 5 }).points).toBeNull();
    expect(itemOf({ customfield_3: 0 }).points).toBe(0);
    expect(itemOf({ customfield_3: "3" }).points).toBeNull();
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
