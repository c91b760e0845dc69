import { describe, expect, it } from "vitest";
import { done, itemOf, moved } from "./jira-payloads";

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

  it("is told of what the passages of one instant come to: there and back is nothing", () => {
    const [close, reopen] = [
      (day: number) => moved(on(day), "1", "5"),
      (day: number) => moved(on(day), "5", "1"),
    ];
    const told = (histories: unknown[], fields: object = {}) =>
      itemOf({ updated: on(9), ...fields }, histories)
        .events.filter(({ type }) => ["closed", "reopened"].includes(type))
        .map(({ type, at: when }) => [type, when]);
    expect(told([close(3), reopen(3)])).toEqual([]);
    expect(told([close(3), reopen(3), close(3)], { status: done })).toEqual([["closed", at(3)]]);
    expect(told([close(1), reopen(3), close(3), reopen(3)])).toEqual([
      ["closed", at(1)],
      ["reopened", at(3)],
    ]);
    expect(told([close(1), reopen(3), close(3)], { status: done })).toEqual([
      ["closed", at(1)],
      ["reopened", at(3)],
      ["closed", at(3)],
    ]);
  });

  it("tells the days in progress until each closing, in statuses of that category alone", () => {
    const histories = [
      moved(on(1), "1", "3"),
      moved(on(2), "3", "1"),
      moved(on(3), "1", "5"),
      moved(on(4), "5", "3"),
      // A status that is gone from the site: it stays what it was.
      moved(on(5), "3", "99"),
      moved(on(7), "99", "6"),
    ];
    const item = itemOf({ status: done, updated: on(9) }, histories);
    expect(item.effortDays).toBe(4);
    expect(item.events.filter(({ type }) => type === "effort")).toEqual([
      { type: "effort", at: at(3), detail: "1" },
      { type: "effort", at: at(7), detail: "4" },
    ]);
    expect(itemOf({}, histories.slice(0, 1)).effortDays).toBeNull();
    expect(itemOf({ status: done }, [moved(on(3), "1", "5")]).effortDays).toBeNull();
  });

  it("counts from its creation what was created in progress", () => {
    const item = itemOf({ status: done }, [moved("2024-05-04T10:00:00Z", "3", "6")]);
    expect(item.effortDays).toBe(3);
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

  it("is no resolution of before it was reopened, where no entry tells of the closing since", () => {
    const histories = [moved(on(2), "1", "5"), moved(on(4), "5", "1")];
    const closedAt = (resolutiondate: string) =>
      itemOf({ status: done, updated: on(9), resolutiondate }, histories).closedAt;
    expect(closedAt(on(2))).toEqual(at(9));
    expect(closedAt(on(6))).toEqual(at(6));
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
