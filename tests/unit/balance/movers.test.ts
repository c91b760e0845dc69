import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GroupCell, moversOf } from "@/lib/balance/movers";
import { balanceCategories, type ChartedCategory, chartedCategories } from "@/lib/domain/category";

const item = fc.record({
  groups: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 4 }),
  category: fc.constantFrom(...chartedCategories),
  amount: fc.oneof(
    fc.constant(1),
    fc.integer({ min: 0, max: 400 }).map((tenths) => tenths / 10),
  ),
});
const items = fc.array(item, { maxLength: 40 });
type Item = { groups: string[]; category: ChartedCategory; amount: number };

/** One cell for each group of each item, as the store would count them. */
function cellsOf(all: Item[]): GroupCell[] {
  return all.flatMap(({ groups, ...rest }) =>
    (groups.length > 0 ? groups : [null]).map((value) => ({
      value,
      parts: Math.max(1, groups.length),
      unestimated: 0,
      ...rest,
    })),
  );
}

function shareOf(all: Item[]): number | null {
  const sum = (some: Item[]) => some.reduce((total, { amount }) => total + amount, 0);
  const classified = sum(all.filter(({ category }) => category !== "unclassified"));
  const feature = sum(all.filter(({ category }) => category === "feature"));
  return classified > 0 ? feature / classified : null;
}

function moved(before: Item[], after: Item[], limit = 50) {
  return moversOf({ before: cellsOf(before), after: cellsOf(after), limit });
}

const total = ({ movers, rest }: ReturnType<typeof moved>) =>
  movers.reduce((sum, { contribution }) => sum + contribution, rest?.contribution ?? 0);

describe("the contributions to a change of the feature share", () => {
  it("add up to the change, however items share groups and however many groups are named", () => {
    fc.assert(
      fc.property(items, items, fc.integer({ min: 1, max: 6 }), (before, after, limit) => {
        const [s0, s1] = [shareOf(before), shareOf(after)];
        const answer = moved(before, after, limit);
        if (s0 === null || s1 === null) {
          expect(answer).toMatchObject({ change: null, movers: [], rest: null });
          return;
        }
        expect(answer.change).toBeCloseTo(s1 - s0, 10);
        expect(total(answer)).toBeCloseTo(s1 - s0, 10);
      }),
      { numRuns: 2000 },
    );
  });

  it("change their sign when the periods are exchanged", () => {
    fc.assert(
      fc.property(items, items, (before, after) => {
        const there = moved(before, after);
        const back = moved(after, before);
        for (const { value, contribution } of there.movers) {
          const other = back.movers.find((mover) => mover.value === value);
          expect(other?.contribution).toBeCloseTo(-contribution, 10);
        }
      }),
    );
  });

  it("are nothing where nothing changed, and a group without classified work has none", () => {
    fc.assert(
      fc.property(items, (all) => {
        for (const { contribution } of moved(all, all).movers) expect(contribution).toBeCloseTo(0);
      }),
    );
    const work = { groups: ["a"], category: "feature" as const, amount: 1 };
    const unclassified = { groups: ["b"], category: "unclassified" as const, amount: 7 };
    const upkeep = { groups: ["c"], category: "rewrite" as const, amount: 1 };
    const { movers } = moved([work], [work, upkeep, unclassified]);
    expect(movers.map(({ value }) => value).sort()).toEqual(["a", "c"]);
  });

  it("blame a group that had fewer features, and none that kept its part and its share", () => {
    const of = (group: string, feature: number, rewrite: number): Item[] => [
      { groups: [group], category: "feature", amount: feature },
      { groups: [group], category: "rewrite", amount: rewrite },
    ];
    const { change, movers } = moved(
      [...of("steady", 10, 10), ...of("checkout", 20, 0)],
      [...of("steady", 5, 5), ...of("checkout", 0, 10)],
    );
    expect(change).toBeCloseTo(-0.5, 12);
    expect(movers.map(({ value }) => value)).toEqual(["checkout", "steady"]);
    expect(movers[0]?.contribution).toBeCloseTo(-0.5, 12);
    expect(movers[1]?.contribution).toBeCloseTo(0, 12);
  });

  it("credit a group that comes or goes with what it differs from the whole by", () => {
    const feature: Item = { groups: ["old"], category: "feature", amount: 1 };
    const rewrite: Item = { groups: ["new"], category: "rewrite", amount: 1 };
    const { movers } = moved([feature], [feature, rewrite]);
    // From 1 to 1/2, reference 3/4: the new group takes 1/2 × 3/4, the old one weighs less.
    const ofGroup = (value: string) => movers.find((mover) => mover.value === value);
    expect(ofGroup("new")?.contribution).toBeCloseTo(-0.375, 12);
    expect(ofGroup("old")?.contribution).toBeCloseTo(-0.125, 12);
  });
});

describe("the groups", () => {
  it("hold every classified item once in all, in equal parts where it is in several", () => {
    fc.assert(
      fc.property(items, items, fc.integer({ min: 1, max: 3 }), (before, after, limit) => {
        const answer = moved(before, after, limit);
        if (answer.change === null) return;
        for (const category of balanceCategories) {
          const own = after.filter((one) => one.category === category);
          const whole = own.reduce((sum, { amount }) => sum + amount, 0);
          const groups = [...answer.movers, ...(answer.rest ? [answer.rest] : [])];
          const sum = groups.reduce((all, group) => all + group.after[category], 0);
          expect(sum).toBeCloseTo(whole, 8);
          expect(answer.after.counts[category]).toBeCloseTo(whole, 8);
        }
      }),
    );
  });

  it("give whole numbers of items back where each was cut into three", () => {
    const groups = ["a", "b", "c"];
    const three: Item[] = [1, 2, 3, 4, 5, 6, 7].map(() => ({
      ...{ groups, category: "feature", amount: 1 },
    }));
    expect(moved(three, three).after.counts.feature).toBe(7);
  });

  it("come largest first, the one of no group always by itself, and small ones together", () => {
    const change = (group: string | null, size: number): Item[] => [
      { groups: group === null ? [] : [group], category: "feature", amount: size },
    ];
    const before: Item[] = [{ groups: ["base"], category: "maintenance", amount: 100 }];
    const after = [
      ...before,
      ...change(null, 1),
      ...["a", "b", "c", "d"].flatMap((name, index) => change(name, 20 - index)),
    ];
    const { movers, rest } = moved(before, after, 2);
    expect(movers).toHaveLength(3);
    const sizes = movers.map(({ contribution }) => Math.abs(contribution));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(movers.map(({ value }) => value)).toContain(null);
    expect(rest?.groups).toBe(3);
    expect(moved(before, after, 4).rest).toBeNull();
  });

  it("answer with counts where no share can be given", () => {
    const unclassified: Item = { groups: ["a"], category: "unclassified", amount: 2 };
    const work: Item = { groups: ["a"], category: "feature", amount: 1 };
    const { before, after, change } = moved([unclassified], [work]);
    expect(change).toBeNull();
    expect(before.counts.unclassified).toBe(2);
    expect(before.shares.feature).toBeNull();
    expect(after.shares.feature).toBe(1);
    expect(balanceCategories.every((category) => before.counts[category] === 0)).toBe(true);
  });
});
