import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CategoryOrNone } from "@/lib/domain/category";
import type { Plannable, PlanTarget } from "@/lib/domain/plan";
import { checkPlan } from "@/lib/plan/check-plan";
import { planSentence, rankWords, suggestionSentence } from "@/lib/plan/plan-words";
import { priorityOf } from "@/lib/plan/priority-of";
import { lackingOf, rankCandidates } from "@/lib/plan/rank-candidates";
import { suggestChanges } from "@/lib/plan/suggest-changes";

const target: PlanTarget = { feature: 0.6, tolerance: 0.05, unit: "items" };
const item = (id: number, category: CategoryOrNone, points: number | null = null): Plannable => ({
  ...{ id: String(id), key: `#${id}`, category, points },
});
/** So many features, then so many items of upkeep. */
const items = (features: number, upkeep: number) => [
  ...Array.from({ length: features }, (_, index) => item(index + 1, "feature")),
  ...Array.from({ length: upkeep }, (_, index) => item(features + index + 1, "tech_debt")),
];

const category = fc.constantFrom<CategoryOrNone[]>(
  ...(["feature", "maintenance", "rewrite", "tech_debt", "unclassified", "excluded"] as const),
);
const candidates = fc
  .array(fc.tuple(category, fc.option(fc.nat(13))), { maxLength: 12 })
  .map((all) => all.map(([is, points], index) => item(index, is, points)));
const targets = fc.record({
  feature: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  tolerance: fc.integer({ min: 0, max: 30 }).map((percent) => percent / 100),
  unit: fc.constantFrom("items" as const, "points" as const),
});
const chosenOf = (all: Plannable[], mask: number) =>
  new Set(all.filter((_, index) => (mask >> index) & 1).map(({ id }) => id));
const isInside = (all: Plannable[], ids: ReadonlySet<string>, at: PlanTarget) =>
  checkPlan(
    all.filter(({ id }) => ids.has(id)),
    at,
  ).place === "inside";

describe("a selection", () => {
  test("is held against the band by its classified items, counted as was agreed", () => {
    const chosen = [item(1, "feature", 8), item(2, "tech_debt", 2), item(3, "unclassified", 5)];
    expect(checkPlan(chosen, target)).toMatchObject({
      ...{ unit: "items", place: "below", items: 3, unestimated: 0 },
      shares: { feature: 0.5, tech_debt: 0.5 },
    });
    expect(checkPlan(chosen, { ...target, unit: "points" })).toMatchObject({
      ...{ unit: "points", place: "above", shares: { feature: 0.8 } },
    });
    expect(checkPlan([item(1, "unclassified")], target).place).toBe("none");
    expect(checkPlan(chosen, null)).toMatchObject({ place: "none", shares: { feature: 0.5 } });
    expect(checkPlan([item(1, "feature")], { ...target, unit: "points" })).toMatchObject({
      ...{ place: "none", unestimated: 1 },
    });
  });

  test("says what it comes to and what would bring it into the band", () => {
    const all = items(9, 3);
    const chosen = new Set(["1", "2", "3", "4", "10"]);
    const check = checkPlan(
      all.filter(({ id }) => chosen.has(id)),
      target,
    );
    expect(planSentence(check)).toBe(
      "4 of 5 items are new features: 80%. Agreed: 60 ± 5. Too much of it is new features for the agreement.",
    );
    const finer = { ...target, feature: 0.605, tolerance: 0.004 };
    expect(planSentence({ ...check, target: finer })).toContain("Agreed: 60.5 ± 0.4.");
    expect(suggestionSentence(suggestChanges(all, chosen, target))).toBe(
      "To meet it: 2 more upkeep items, or swap #4 for #11.",
    );
    expect(suggestChanges(all, new Set(["1", "2", "3", "10", "11"]), target)).toBeNull();
    expect(suggestionSentence(suggestChanges([item(1, "feature")], new Set(["1"]), target))).toBe(
      "To meet it: 2 more feature items and 2 more upkeep items.",
    );
  });
});

describe("what is suggested", () => {
  test("leads into the band, takes out what is chosen and brings in what is not", () => {
    fc.assert(
      fc.property(candidates, fc.nat(4095), targets, (all, mask, at) => {
        const chosen = chosenOf(all, mask);
        const suggested = suggestChanges(all, chosen, at);
        if (!suggested?.swaps) return;
        const after = new Set(chosen);
        for (const swap of suggested.swaps) {
          expect(after.delete(swap.out.id)).toBe(true);
          expect(after.has(swap.in.id)).toBe(false);
          after.add(swap.in.id);
        }
        expect(isInside(all, after, at)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test("counting items, no fewer swaps would do, and none is missed where some would", () => {
    fc.assert(
      fc.property(candidates, fc.nat(4095), targets, (all, mask, at) => {
        const inItems = { ...at, unit: "items" as const };
        const chosen = chosenOf(all, mask);
        const suggested = suggestChanges(all, chosen, inItems);
        if (!suggested) return;
        expect(suggested.swaps?.length ?? null).toBe(fewestSwaps(all, chosen, inItems));
      }),
      { numRuns: 500 },
    );
  });

  test("in points, one swap is suggested wherever one is enough", () => {
    fc.assert(
      fc.property(candidates, fc.nat(4095), targets, (all, mask, at) => {
        const inPoints = { ...at, unit: "points" as const };
        const chosen = chosenOf(all, mask);
        const suggested = suggestChanges(all, chosen, inPoints);
        if (suggested && oneIsEnough(all, chosen, inPoints)) {
          expect(suggested.swaps).toHaveLength(1);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("the fewest items more lead into the band", () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), targets, (features, upkeep, at) => {
        const chosen = items(features, upkeep);
        const inItems = { ...at, unit: "items" as const };
        const ids = new Set(chosen.map(({ id }) => id));
        const add = suggestChanges(chosen, ids, inItems)?.add;
        if (!add) return;
        const isMet = (more: number, less: number) =>
          checkPlan(items(features + more, upkeep + less), inItems).place === "inside";
        expect(isMet(add.feature, add.upkeep)).toBe(true);
        for (let fewer = 1; fewer < add.feature + add.upkeep; fewer++) {
          for (let more = 0; more <= fewer; more++) {
            expect(isMet(more, fewer - more)).toBe(false);
          }
        }
      }),
    );
  });
});

/** By trying all: with n classified items chosen, a swap moves the share by one item. */
function fewestSwaps(all: Plannable[], chosen: ReadonlySet<string>, at: PlanTarget): number | null {
  const check = checkPlan(
    all.filter(({ id }) => chosen.has(id)),
    at,
  );
  const isUpkeep = ({ category: is }: Plannable) =>
    is === "maintenance" || is === "rewrite" || is === "tech_debt";
  const isFeature = ({ category: is }: Plannable) => is === "feature";
  const [goes, comes] = check.place === "below" ? [isUpkeep, isFeature] : [isFeature, isUpkeep];
  const out = all.filter((one) => chosen.has(one.id) && goes(one));
  const into = all.filter((one) => !chosen.has(one.id) && comes(one));
  for (let count = 1; count <= Math.min(out.length, into.length); count++) {
    const gone = new Set(out.slice(0, count).map(({ id }) => id));
    const come = into.slice(0, count).map(({ id }) => id);
    const after = new Set([...[...chosen].filter((id) => !gone.has(id)), ...come]);
    if (isInside(all, after, at)) return count;
  }
  return null;
}

function oneIsEnough(all: Plannable[], chosen: ReadonlySet<string>, at: PlanTarget): boolean {
  const { place } = checkPlan(
    all.filter(({ id }) => chosen.has(id)),
    at,
  );
  const isFeature = ({ category: is }: Plannable) => is === "feature";
  const isUpkeep = ({ category: is }: Plannable) =>
    is !== "feature" && is !== "unclassified" && is !== "excluded";
  const [goes, comes] = place === "below" ? [isUpkeep, isFeature] : [isFeature, isUpkeep];
  return all.some(
    (out) =>
      chosen.has(out.id) &&
      goes(out) &&
      all.some((into) => {
        if (chosen.has(into.id) || !comes(into)) return false;
        return isInside(all, new Set([...[...chosen].filter((id) => id !== out.id), into.id]), at);
      }),
  );
}

describe("the order of candidates", () => {
  const now = new Date("2026-03-02T12:00:00Z");
  const candidate = (id: string, change: object = {}) => ({
    ...{ id, category: "feature" as const, createdAt: "2026-02-20T12:00:00Z", priority: null },
    ...change,
  });

  test("adds up what each part gives, and says the heaviest first", () => {
    const [first, second] = rankCandidates(
      [
        candidate("young", { category: "tech_debt", priority: "high" }),
        candidate("old", { createdAt: "2026-01-01T12:00:00Z" }),
      ],
      { lacking: { tech_debt: 0.1 }, now },
    );
    expect(first).toMatchObject({
      id: "young",
      rank: {
        ...{ points: 50, lacks: { points: 20, by: 0.1 }, priority: { points: 30, is: "high" } },
        age: { points: 0, days: 10, olderThan: 0 },
      },
    });
    expect(second).toMatchObject({ id: "old", rank: { points: 20, lacks: null, priority: null } });
    expect(first && rankWords(first.rank)).toBe(
      "high priority; the balance lacks 10 points of its kind of work; open for 10 days",
    );
    expect(second && rankWords(second.rank)).toBe("open for 60 days, longer than any other");
  });

  test("says of how many others it is older, never of all of them but of the oldest", () => {
    const age = { points: 1, days: 30 };
    const words = (olderThan: number) =>
      rankWords({ points: 1, lacks: null, priority: null, age: { ...age, olderThan } });
    expect(words(0.44)).toBe("open for 30 days, longer than 44% of the others");
    expect(words(0.999)).toBe("open for 30 days, longer than 99% of the others");
    expect(words(0.001)).toBe("open for 30 days, longer than 1% of the others");
  });

  test("does not depend on the order in which they come", () => {
    const some = fc.uniqueArray(
      fc.record({
        id: fc.uuid(),
        category,
        createdAt: fc.integer({ min: 0, max: 60 }).map((days) => {
          return new Date(+now - days * 86_400_000).toISOString();
        }),
        priority: fc.constantFrom("high" as const, "low" as const, null),
      }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(some, (all) => {
        const idsOf = (list: typeof all) =>
          rankCandidates(list, { lacking: { rewrite: 0.3 }, now }).map(({ id }) => id);
        expect(idsOf([...all].reverse())).toEqual(idsOf(all));
      }),
    );
  });

  test("what lacks is measured against what was agreed, all upkeep alike where it was agreed as one", () => {
    const actual = { feature: 0.8, maintenance: 0.2, rewrite: 0, tech_debt: 0 };
    const one = { feature: 0.6, maintenance: null, rewrite: null, tech_debt: null };
    const by = expect.closeTo(0.2);
    expect(lackingOf(actual, one)).toEqual({ maintenance: by, rewrite: by, tech_debt: by });
    expect(lackingOf(actual, { ...one, maintenance: 0.1, rewrite: 0, tech_debt: 0.3 })).toEqual({
      tech_debt: expect.closeTo(0.3),
    });
    const nothing = { feature: null, maintenance: null, rewrite: null, tech_debt: null };
    expect(lackingOf(nothing, one)).toEqual({});
  });

  test.each([
    ["High", [], "high"],
    ["P1", [], "highest"],
    [null, ["bug", "priority: critical"], "highest"],
    [null, ["P3", "priority/low"], "medium"],
    [null, ["prio-high"], "high"],
    ["Whenever", ["p2"], "high"],
    [null, ["high contrast", "minor release"], null],
  ])("a priority %s with labels %j is %s", (priority, labels, is) => {
    expect(priorityOf({ priority, labels })).toBe(is);
  });
});
