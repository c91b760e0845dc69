import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AgreedOnce,
  outsideRun,
  type TriggersInput,
  triggersOf,
} from "@/lib/agreements/triggers";
import { driftPlaces } from "@/lib/domain/drift";

const explore = { id: "s1", name: "Explore", startsOn: "2025-06-01", endsOn: "2025-12-31" };
const expand = { id: "s2", name: "Expand", startsOn: "2026-01-01", endsOn: null };
const web = { id: "t1", name: "Web" };

const agreed = (change: Partial<AgreedOnce> = {}): AgreedOnce => ({
  id: "a1",
  stageId: "s2",
  teamId: null,
  startsOn: null,
  endsOn: null,
  state: "in_force",
  inForceAt: new Date("2026-01-05T10:00:00Z"),
  reviewOn: null,
  shares: { feature: 65, upkeep: 35 },
  tolerance: 5,
  ...change,
});
const exception = (change: Partial<AgreedOnce> = {}) =>
  agreed({ id: "e1", startsOn: "2026-02-01", endsOn: "2026-02-14", ...change });
const earlier = agreed({
  id: "a0",
  stageId: "s1",
  inForceAt: new Date("2025-06-02T10:00:00Z"),
});

type Place = (typeof driftPlaces)[number];
/** Weeks from 5 January 2026 on. */
const weeks = (...places: Place[]) =>
  places.map((place, index) => ({
    start: new Date(Date.UTC(2026, 0, 5 + 7 * index)).toISOString().slice(0, 10),
    end: new Date(Date.UTC(2026, 0, 11 + 7 * index)).toISOString().slice(0, 10),
    place,
    periods: 1,
  }));

const ask = ({ places = [], ...change }: Partial<TriggersInput> & { places?: Place[] } = {}) =>
  triggersOf({
    today: "2026-03-10",
    timeZone: "UTC",
    stages: [explore, expand],
    teams: [web],
    agreed: [agreed()],
    periods: new Map([["a1", weeks(...places)]]),
    least: 3,
    period: "week",
    ...change,
  });
const told = (input: Parameters<typeof ask>[0]) =>
  ask(input).map(({ kind, since, sentence }) => `${kind} ${since}: ${sentence}`);

test("a reason names its days apart, for readers who write them otherwise", () => {
  const [reason] = ask({ agreed: [earlier] });
  expect(reason?.says).toEqual([
    ...["Expand", " began on ", { day: "2026-01-01" }, ", and nothing is agreed for it", "."],
  ]);
});

describe("a stage that begins without an agreement", () => {
  const begun = /^stage_begun 2026-01-01: Expand began on 1 January 2026, and nothing is agreed/;

  test("asks for a talk since its first day, whether or not one was agreed before", () => {
    expect(told({ agreed: [earlier] })).toEqual([expect.stringMatching(begun)]);
    expect(told({ agreed: [] })).toEqual([expect.stringMatching(begun)]);
  });

  test("asks no more once something is agreed for it, be it before it begins", () => {
    expect(told({ agreed: [earlier, agreed()] })).toEqual([]);
    const ahead = agreed({ inForceAt: new Date("2025-12-20T10:00:00Z") });
    expect(told({ agreed: [earlier, ahead], today: "2026-01-01" })).toEqual([]);
  });

  test("is not settled by an exception, by one that was replaced, or by another team's", () => {
    for (const other of [exception(), agreed({ state: "superseded" })]) {
      expect(told({ agreed: [earlier, other] })).toContainEqual(expect.stringMatching(begun));
    }
    const ofWeb = agreed({ teamId: "t1" });
    expect(told({ agreed: [earlier, ofWeb] })).toEqual([expect.stringMatching(begun)]);
  });

  test("asks a team that had an agreement, not one that is gone", () => {
    const ofWeb = { ...earlier, id: "a9", teamId: "t1" };
    expect(told({ agreed: [earlier, agreed(), ofWeb] })).toEqual([
      expect.stringMatching(/nothing is agreed for it for the team Web\.$/),
    ]);
    expect(told({ agreed: [earlier, agreed(), ofWeb], teams: [] })).toEqual([]);
  });

  test("asks nothing before it begins, and nothing after the last stage", () => {
    expect(told({ agreed: [], today: "2025-05-31" })).toEqual([]);
    const over = [explore, { ...expand, endsOn: "2026-02-01" }];
    expect(told({ agreed: [], stages: over })).toEqual([]);
  });
});

describe("periods outside the band", () => {
  test.each<[Place[], string | null]>([
    [["below", "below"], null],
    [["below", "below", "below"], "below the agreed band (65 ± 5) in every whole week"],
    [["above", "above", "above", "above"], "above the agreed band"],
    [["below", "above", "below"], "outside the agreed band"],
    [["below", "below", "below", "inside"], null],
    [["inside", "below", "below", "below"], "since 12 January 2026: 3 weeks."],
    [["below", "too_few", "below", "too_few", "below"], "since 5 January 2026: 3 weeks."],
    [["too_few", "too_few", "too_few"], null],
  ])("%j", (places, words) => {
    const triggers = ask({ places });
    expect(triggers.map(({ kind }) => kind)).toEqual(words === null ? [] : ["outside_band"]);
    if (words !== null) expect(triggers[0]?.sentence).toContain(words);
  });

  test("keep their key while they go on, and lead to their days", () => {
    const [then] = ask({ places: ["inside", "below", "below", "below"] });
    const [now] = ask({ places: ["inside", "below", "below", "below", "below"] });
    expect(now?.key).toBe(then?.key);
    expect(now?.outside).toEqual({ from: "2026-01-12", to: "2026-02-08" });
    const [again] = ask({
      places: ["below", "below", "below", "inside", "below", "below", "below"],
    });
    expect(again?.key).not.toBe(ask({ places: ["below", "below", "below"] })[0]?.key);
  });

  test("that were taken together are counted one by one, in words that say so", () => {
    const long = { start: "2026-01-05", end: "2026-01-25", place: "below" as const, periods: 3 };
    const [first, second] = weeks("below", "below").map((week) => ({ ...week, periods: 2 }));
    const run = [long, ...(first && second ? [first, second] : [])];
    expect(told({ periods: new Map([["a1", run]]) })).toEqual([
      "outside_band 2026-01-05: The feature share lay below the agreed band (65 ± 5) 3 times in a row since 5 January 2026: 7 weeks, those with too few items to say taken together with the ones after them.",
    ]);
    expect(told({ periods: new Map([["a1", [long]]]), least: 1 })[0]).toContain("once since");
    expect(told({ periods: new Map([["a1", [long]]]) })).toEqual([]);
  });

  test("are counted as the product says", () => {
    expect(ask({ places: ["below"], least: 1, period: "month" })[0]?.sentence).toMatch(
      /every whole month .*: 1 month\.$/,
    );
  });

  test("never count one inside or with too few items, and never pass over one inside", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...driftPlaces)), (places) => {
        const run = outsideRun(weeks(...places));
        expect(run.every(({ place }) => place === "below" || place === "above")).toBe(true);
        const first = run[0];
        const since = first
          ? weeks(...places).filter(({ start }) => start >= first.start)
          : weeks(...places).slice(places.lastIndexOf("inside") + 1);
        expect(since.some(({ place }) => place === "inside")).toBe(false);
        expect(run.length).toBe(since.filter(({ place }) => place !== "too_few").length);
        const asks = ask({ places }).some(({ kind }) => kind === "outside_band");
        expect(asks).toBe(run.length >= 3);
      }),
    );
  });
});

describe("a day of review", () => {
  test("asks from that day on, and not before", () => {
    const reviewed = [agreed({ reviewOn: "2026-03-10" })];
    expect(told({ agreed: reviewed, today: "2026-03-09" })).toEqual([]);
    expect(told({ agreed: reviewed })).toEqual([
      "review_due 2026-03-10: The agreement for Expand was to be talked about again on 10 March 2026.",
    ]);
  });

  test("is settled by another agreement with a later day", () => {
    const old = agreed({ reviewOn: "2026-03-01", state: "superseded" });
    const fresh = agreed({ id: "a2", reviewOn: "2026-06-01" });
    expect(told({ agreed: [old, fresh] })).toEqual([]);
  });
});

describe("an exception that has ended", () => {
  test("asks from the day after its last, and not on it", () => {
    expect(told({ agreed: [agreed(), exception()], today: "2026-02-14" })).toEqual([]);
    expect(told({ agreed: [agreed(), exception()], today: "2026-02-15" })).toEqual([
      "exception_ended 2026-02-15: The exception in Expand, 65 ± 5 until 14 February 2026, has ended, and nothing was agreed since.",
    ]);
  });

  test("is settled by whatever was agreed after its last day, in the product's time zone", () => {
    const at = (instant: string) => agreed({ inForceAt: new Date(instant) });
    const on = (instant: string, timeZone: string) =>
      told({ agreed: [at(instant), exception()], timeZone });
    expect(on("2026-02-15T00:00:00Z", "UTC")).toEqual([]);
    expect(on("2026-02-14T23:59:59Z", "UTC")).toHaveLength(1);
    expect(on("2026-02-14T23:59:59Z", "Europe/Berlin")).toEqual([]);
    const another = exception({ id: "e2", startsOn: "2026-02-20", endsOn: "2026-04-01" });
    const later = { ...another, inForceAt: new Date("2026-02-20T10:00:00Z") };
    expect(told({ agreed: [agreed(), exception(), later] })).toEqual([]);
  });

  test("asks nothing where another took its days, or its stage is over", () => {
    expect(told({ agreed: [agreed(), exception({ state: "superseded" })] })).toEqual([]);
    const past = exception({ stageId: "s1", startsOn: "2025-07-01", endsOn: "2025-07-31" });
    expect(told({ agreed: [agreed(), past] })).toEqual([]);
  });
});

test("several reasons are told oldest first, each under a key of its own", () => {
  const all = ask({
    agreed: [agreed({ reviewOn: "2026-02-20" }), exception()],
    places: ["below", "below", "below"],
  });
  expect(all.map(({ kind }) => kind)).toEqual(["outside_band", "exception_ended", "review_due"]);
  expect(new Set(all.map(({ key }) => key)).size).toBe(3);
});
