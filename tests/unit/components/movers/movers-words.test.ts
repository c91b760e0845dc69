import { describe, expect, it } from "vitest";
import { moverLines } from "@/components/movers/mover-lines";
import { moverSelection } from "@/components/movers/mover-selection";
import { moversNote, moversSentence } from "@/components/movers/movers-words";
import { moversOf } from "@/lib/balance/movers";
import type { Movers } from "@/lib/contracts/movers";
import type { Grouping } from "@/lib/domain/grouping";

type Amounts = Record<string, { feature?: number; maintenance?: number }>;

/** `none` is what has no label. */
function cells(amounts: Amounts) {
  return Object.entries(amounts).flatMap(([value, counts]) =>
    (["feature", "maintenance"] as const).map((category) => ({
      ...{ value: value === "none" ? null : value, parts: 1, unestimated: 0 },
      ...{ category, amount: counts[category] ?? 0 },
    })),
  );
}

const names: Record<string, string> = { s1: "acme/shop", "PAY-1": "Refunds" };

function answerOf(before: Amounts, after: Amounts, change: Partial<Movers> = {}): Movers {
  const { by = "label" as Grouping, measure = "done" } = change;
  const limit = 2;
  const moved = moversOf({ before: cells(before), after: cells(after), limit });
  return {
    ...{ timeZone: "Europe/Berlin", measure, unit: "items", by, apportioned: by === "label" },
    ...moved,
    movers: moved.movers.map((mover) => ({ ...mover, name: names[mover.value ?? ""] ?? null })),
    before: { from: "2026-06-09", to: "2026-08-30", ...moved.before },
    after: { from: "2026-08-31", to: "2026-11-22", ...moved.after },
    ...change,
  };
}

const fell = answerOf(
  { checkout: { feature: 40 }, none: { maintenance: 10 } },
  { checkout: { feature: 10, maintenance: 30 }, none: { maintenance: 10 } },
);
const say = (answer: Movers) => moversSentence(answer, moverLines(answer), "en-GB");

describe("what moved it, in a sentence", () => {
  it("says which way the feature share went, how far, and which group did most", () => {
    expect(say(fell)).toBe(
      "New features fell 60 points against 9 Jun – 30 Aug 2026, from 80% to 20%: label checkout took 60 points.",
    );
  });

  it("tells what went the other way by a point or more, and leaves less to the list", () => {
    const before = { a: { feature: 50, maintenance: 50 }, b: { feature: 50, maintenance: 50 } };
    const more = { a: { feature: 80, maintenance: 20 }, b: { feature: 40, maintenance: 60 } };
    expect(say(answerOf(before, more))).toMatch(
      /^New features rose 10 points .*: label a gave 15 points, label b took 5 points\.$/,
    );
    const little = { a: { feature: 80, maintenance: 20 }, b: { feature: 49, maintenance: 51 } };
    expect(say(answerOf(before, little))).toMatch(/: label a gave 15 points\.$/);
    const same = { a: { feature: 60, maintenance: 40 }, b: { feature: 40, maintenance: 60 } };
    expect(say(answerOf(before, same))).toMatch(
      /kept their share .*: label a gave 5 points, label b took 5 points\.$/,
    );
    expect(say(answerOf(before, before))).toMatch(/kept their share against [^:]*\.$/);
  });

  it("names a group, not all the smaller ones together", () => {
    const before = { a: { feature: 9 }, b: { feature: 9 }, c: { feature: 9 }, d: { feature: 9 } };
    const after = Object.fromEntries(
      ["a", "b", "c", "d"].map((name) => [name, { feature: 5, maintenance: 4 }]),
    );
    expect(say(answerOf(before, after))).toMatch(/: label [abcd] took 11\.\d points\.$/);
  });

  it("speaks of what is open on its day, of a source by its name, and of what has no label", () => {
    const change = { measure: "open", by: "source" } as const;
    const open = answerOf({ s1: { feature: 1 } }, { s1: { maintenance: 1 } }, change);
    expect(say(open)).toMatch(
      /^New features among what is open fell 100 points against 30 Aug 2026, .*source acme\/shop took/,
    );
    const none = answerOf({ none: { feature: 1 } }, { none: { maintenance: 1 } });
    expect(say(none)).toContain("what has no label took 100 points");
  });

  it("calls an epic by its key and its title, where it is stored", () => {
    const moved = { "PAY-1": { maintenance: 1 }, "PAY-2": { feature: 1 } };
    const epics = answerOf({ "PAY-1": { feature: 1 } }, moved, { by: "epic" });
    expect(moverLines(epics).map(({ name }) => name)).toEqual(["PAY-1 Refunds", "PAY-2"]);
  });

  it("says which days no share can be given for", () => {
    expect(say(answerOf({}, { a: { feature: 1 } }))).toBe(
      "Nothing to compare: no share can be given for 9 Jun – 30 Aug 2026, where nothing is classified.",
    );
    expect(say(answerOf({ a: { feature: 1 } }, {}))).toContain("31 Aug – 22 Nov 2026");
  });
});

describe("the lines of what moved it", () => {
  const many = answerOf(
    { a: { feature: 9 }, b: { feature: 7 }, c: { feature: 5 }, d: { maintenance: 3 } },
    { a: { feature: 1 }, b: { feature: 1 }, c: { feature: 5 }, d: { maintenance: 3 } },
  );

  it("show points that add up to the change that is shown", () => {
    for (const answer of [fell, many]) {
      const sum = moverLines(answer).reduce((all, { tenths }) => all + tenths, 0);
      expect(sum).toBe(Math.round((answer.change ?? 0) * 1000));
    }
  });

  it("open their own items in their own period, in the filters and the past in force", () => {
    const lines = moverLines(fell);
    const ofLabel = lines.find(({ name }) => name === "checkout");
    const ofNone = lines.find(({ name }) => name === "No label");
    if (!ofLabel || !ofNone) throw new Error("A line is missing.");
    const scope = { assignee: ["ada"], asKnownAt: "2026-11-20" };
    const open = moverSelection(fell, ofLabel, "before", { scope, locale: "en-GB" });
    expect(open.title).toBe("checkout, 9 Jun – 30 Aug 2026");
    expect(open.clicked).toBe("New features: 40 of 40 items, shared between the groups of an item");
    expect(open.query).toEqual({
      ...{ ...scope, groupBy: "label", group: ["checkout"] },
      ...{ doneFrom: "2026-06-09", doneTo: "2026-08-30" },
      category: ["feature", "maintenance", "rewrite", "tech_debt"],
    });
    const none = moverSelection(fell, ofNone, "after", { scope: {}, locale: "en-GB" }).query;
    expect(none).toMatchObject({ groupBy: "label", doneFrom: "2026-08-31", doneTo: "2026-11-22" });
    expect(none).not.toHaveProperty("group");
  });

  it("of all smaller groups open what is in another group than the named ones", () => {
    const rest = moverLines(many).at(-1);
    const named = moverLines(many).slice(0, -1);
    expect(rest).toMatchObject({ name: "2 other labels", group: { groupBy: "label" } });
    expect(rest?.group.groupNot).toEqual(named.map(({ name }) => name));
  });
});

describe("the note under the list", () => {
  it("says how items in several groups are counted, and what an epic is", () => {
    expect(moversNote(fell, "en-GB")).toContain("several labels counts in equal parts");
    const epics = answerOf({ a: { feature: 1 } }, { a: { feature: 1 } }, { by: "epic" });
    expect(moversNote(epics, "en-GB")).toContain("direct parent");
    expect(moversNote(epics, "en-GB")).not.toContain("equal parts");
  });
});
