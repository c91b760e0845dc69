import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Agreed, targetsOf } from "@/lib/agreements/targets";

const stages = [
  { id: "explore", name: "Explore", startsOn: "2026-01-01", endsOn: "2026-01-31" },
  { id: "expand", name: "Expand", startsOn: "2026-02-01", endsOn: null },
];
const range = { from: "2026-01-01", to: "2026-03-31" };

function agreed(id: string, change: Partial<Agreed> & { inForceAt: Date }): Agreed {
  return {
    ...{ id, stageId: "expand", startsOn: null, endsOn: null },
    ...{ shares: { feature: 65, upkeep: 35 }, tolerance: 5, supersededAt: null },
    ...change,
  };
}

const at = (text: string) => new Date(text);
const spansOf = (some: Agreed[], rest: { timeZone?: string; knownAt?: Date } = {}) =>
  targetsOf({ agreed: some, stages, timeZone: "UTC", range, ...rest }).map(
    ({ agreementId, from, to }) => `${agreementId} ${from} ${to}`,
  );

describe("what was agreed for each day", () => {
  it("is what was in force at its end: from the day both had accepted to the day before the next", () => {
    const first = agreed("a", {
      inForceAt: at("2026-02-10T15:00:00Z"),
      supersededAt: at("2026-03-02T09:00:00Z"),
    });
    const second = agreed("b", { inForceAt: at("2026-03-02T09:00:00Z") });
    expect(spansOf([first, second])).toEqual([
      "a 2026-02-10 2026-03-01",
      "b 2026-03-02 2026-03-31",
    ]);
  });

  it("is nothing before it was agreed, and nothing after its stage", () => {
    const late = agreed("a", { stageId: "explore", inForceAt: at("2026-01-20T00:00:00Z") });
    expect(spansOf([late])).toEqual(["a 2026-01-20 2026-01-31"]);
    const early = agreed("b", { inForceAt: at("2025-12-01T00:00:00Z") });
    expect(spansOf([early])).toEqual(["b 2026-02-01 2026-03-31"]);
    const gone = agreed("c", {
      inForceAt: at("2026-02-05T08:00:00Z"),
      supersededAt: at("2026-02-05T09:00:00Z"),
    });
    expect(spansOf([gone])).toEqual([]);
  });

  it("has its day in the product's time zone", () => {
    const evening = agreed("a", { inForceAt: at("2026-02-10T23:30:00Z") });
    expect(spansOf([evening], { timeZone: "Europe/Berlin" })).toEqual(["a 2026-02-11 2026-03-31"]);
  });

  it("gives its days to an exception while that lasts", () => {
    const always = agreed("a", { inForceAt: at("2026-02-01T00:00:00Z") });
    const days = { startsOn: "2026-02-10", endsOn: "2026-02-20" };
    const exception = agreed("e", { ...days, inForceAt: at("2026-02-12T00:00:00Z") });
    expect(spansOf([always, exception])).toEqual([
      "a 2026-02-01 2026-02-11",
      "e 2026-02-12 2026-02-20",
      "a 2026-02-21 2026-03-31",
    ]);
  });

  it("is as it stood then in a view of the past", () => {
    const first = agreed("a", {
      inForceAt: at("2026-02-10T00:00:00Z"),
      supersededAt: at("2026-03-02T00:00:00Z"),
    });
    const second = agreed("b", { inForceAt: at("2026-03-02T00:00:00Z") });
    expect(spansOf([first, second], { knownAt: at("2026-02-20T00:00:00Z") })).toEqual([
      "a 2026-02-10 2026-03-31",
    ]);
    expect(spansOf([first, second], { knownAt: at("2026-02-01T00:00:00Z") })).toEqual([]);
  });

  it("is said in parts of 1, with null for what was not agreed by itself", () => {
    const inForceAt = at("2026-02-10T00:00:00Z");
    const four = { feature: 60, maintenance: 20, rewrite: 5, tech_debt: 15 };
    const [two] = targetsOf({
      agreed: [agreed("a", { inForceAt })],
      stages,
      timeZone: "UTC",
      range,
    });
    expect(two).toMatchObject({
      shares: { feature: 0.65, maintenance: null, rewrite: null, tech_debt: null },
      ...{ tolerance: 0.05, stage: "Expand", exception: false },
    });
    const [all] = targetsOf({
      ...{ agreed: [agreed("a", { inForceAt, shares: four })], stages, timeZone: "UTC", range },
    });
    expect(all?.shares).toEqual({ feature: 0.6, maintenance: 0.2, rewrite: 0.05, tech_debt: 0.15 });
  });

  it("is one thing at most on any day, whatever exceptions there are", () => {
    const day = fc.integer({ min: 0, max: 80 }).map((offset) => dayAt(offset));
    const exceptions = fc.array(fc.tuple(day, day), { maxLength: 3 });
    fc.assert(
      fc.property(exceptions, (chosen) => {
        let last = "2026-01-31";
        const apart = chosen
          .map(([a, b]) => (a < b ? { startsOn: a, endsOn: b } : { startsOn: b, endsOn: a }))
          .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
          .filter(({ startsOn, endsOn }) => {
            if (startsOn <= last) return false;
            last = endsOn;
            return true;
          });
        const inForceAt = at("2026-01-01T00:00:00Z");
        const targets = targetsOf({
          agreed: [
            agreed("a", { inForceAt }),
            ...apart.map((days, place) => agreed(`e${place}`, { ...days, inForceAt })),
          ],
          ...{ stages, timeZone: "UTC", range },
        });
        for (let offset = 0; offset < 59; offset++) {
          const now = dayAt(offset);
          const holding = targets.filter(({ from, to }) => from <= now && now <= to);
          const place = apart.findIndex(({ startsOn, endsOn }) => startsOn <= now && now <= endsOn);
          expect(holding.map(({ agreementId }) => agreementId)).toEqual([
            place < 0 ? "a" : `e${place}`,
          ]);
        }
      }),
    );
  });
});

/** Days from the first of February on. */
function dayAt(offset: number): string {
  return new Date(Date.UTC(2026, 1, 1 + offset)).toISOString().slice(0, 10);
}
