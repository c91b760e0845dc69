import { describe, expect, it } from "vitest";
import { changeStage, placeStage, type StageDays } from "@/lib/agreements/stages";

const today = "2026-03-10";

function stage(startsOn: string, endsOn: string | null, change: Partial<StageDays> = {}) {
  return { id: startsOn, name: "Explore", isBound: false, ...change, startsOn, endsOn };
}

const fault = (code: string, field: string) =>
  expect.objectContaining({ code, fields: { [field]: expect.any(String) } });

describe("a new stage", () => {
  const explore = stage("2026-01-01", null);

  it("ends an open-ended one before it the day before", () => {
    expect(placeStage([explore], { startsOn: "2026-02-01", endsOn: null }, today)).toEqual({
      stageId: explore.id,
      endsOn: "2026-01-31",
    });
    expect(placeStage([], { startsOn: "2026-02-01", endsOn: null }, today)).toBeNull();
  });

  it("overlaps no other, and says which day is at fault", () => {
    const some = [stage("2026-01-01", "2026-01-31"), stage("2026-03-01", "2026-03-31")];
    const place = (startsOn: string, endsOn: string | null) =>
      placeStage(some, { startsOn, endsOn }, today);
    expect(place("2026-02-01", "2026-02-28")).toBeNull();
    expect(place("2026-04-01", null)).toBeNull();
    expect(() => place("2026-01-31", "2026-02-03")).toThrow(fault("conflict", "startsOn"));
    expect(() => place("2026-02-01", "2026-03-01")).toThrow(fault("conflict", "endsOn"));
    expect(() => place("2026-02-01", null)).toThrow(fault("conflict", "endsOn"));
    expect(() => place("2026-03-01", null)).toThrow(fault("conflict", "startsOn"));
    expect(() => place("2026-02-03", "2026-02-01")).toThrow(fault("invalid_request", "endsOn"));
  });

  it("takes no day from one that was judged by an agreement", () => {
    const bound = [stage("2026-01-01", null, { isBound: true })];
    const place = (startsOn: string) => placeStage(bound, { startsOn, endsOn: null }, today);
    expect(place(today)?.endsOn).toBe("2026-03-09");
    expect(() => place("2026-03-09")).toThrow(fault("conflict", "startsOn"));
  });
});

describe("a change of a stage", () => {
  const free = stage("2026-01-01", "2026-02-28");
  const next = stage("2026-03-01", null);

  it("is free where no agreement was in force, except for overlaps", () => {
    const change = (days: object) => changeStage([free, next], free, days, today);
    expect(change({ name: "Look", startsOn: "2025-12-01" })).toEqual({
      ...{ name: "Look", startsOn: "2025-12-01", endsOn: "2026-02-28" },
    });
    expect(() => change({ endsOn: null })).toThrow(fault("conflict", "endsOn"));
    expect(() => changeStage([free, next], next, { startsOn: "2026-02-28" }, today)).toThrow(
      fault("conflict", "startsOn"),
    );
  });

  it("leaves the name and the days that are over where one was", () => {
    const bound = stage("2026-03-01", null, { isBound: true });
    const change = (days: object) => changeStage([bound], bound, days, today);
    expect(() => change({ name: "Expand" })).toThrow(fault("conflict", "name"));
    expect(() => change({ startsOn: "2026-03-02" })).toThrow(fault("conflict", "startsOn"));
    expect(() => change({ endsOn: "2026-03-08" })).toThrow(fault("conflict", "endsOn"));
    expect(change({ endsOn: "2026-03-09" }).endsOn).toBe("2026-03-09");
    const over = stage("2026-03-01", "2026-03-05", { isBound: true });
    expect(() => changeStage([over], over, { endsOn: null }, today)).toThrow(
      fault("conflict", "endsOn"),
    );
    const coming = stage("2026-04-01", null, { isBound: true });
    expect(changeStage([coming], coming, { startsOn: today }, today).startsOn).toBe(today);
    expect(() => changeStage([coming], coming, { startsOn: "2026-03-09" }, today)).toThrow(
      fault("conflict", "startsOn"),
    );
  });
});
