import { describe, expect, it } from "vitest";
import {
  categoryKeys,
  commandOf,
  decidedSteps,
  itemsLeft,
  itemsOf,
  type Step,
  withStepAt,
} from "@/components/triage/triage-step";
import { categories } from "@/lib/domain/category";
import { triageItem } from "./triage-items";

describe("the keys of triage", () => {
  it("give each category its own, as the buttons show them", () => {
    for (const category of categories) {
      expect(commandOf(categoryKeys[category].shown)).toEqual({ do: "decide", category });
    }
    const all = categories.flatMap((category) => categoryKeys[category].keys);
    expect(new Set(all).size).toBe(all.length);
  });

  it("mean the same in upper case, and nothing else is taken", () => {
    expect(commandOf("F")).toEqual({ do: "decide", category: "feature" });
    expect(commandOf("U")).toEqual({ do: "undo" });
    expect(commandOf("g")).toEqual({ do: "alike" });
    expect([commandOf("Tab"), commandOf("5"), commandOf("Enter")]).toEqual([null, null, null]);
  });
});

describe("steps of one item and of many", () => {
  const queue = ["1", "2", "3", "4", "5"].map((id) => triageItem({ id }));
  const some = (...ids: string[]) => queue.filter(({ id }) => ids.includes(id));
  const one = (id: string): Step => {
    return { did: "decide", item: triageItem({ id }), category: "feature" };
  };
  const many: Step = {
    ...{ did: "decideMany", items: some("2", "4"), category: "rewrite", batchId: "b" },
  };
  const skip: Step = { did: "skip", item: triageItem({ id: "3" }) };
  const idsLeft = (steps: Step[]) => itemsLeft(queue, steps).map(({ id }) => id);

  it("take all their items from the queue, and give them back in the order of undoing", () => {
    const steps = [one("1"), many, skip];
    expect(idsLeft(steps)).toEqual(["5"]);
    expect(idsLeft(steps.slice(0, -1))).toEqual(["3", "5"]);
    expect(idsLeft(steps.slice(0, -2))).toEqual(["2", "3", "4", "5"]);
    expect(idsLeft([])).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("count what they decided, item by item, without what was skipped", () => {
    expect(decidedSteps([one("1"), many, skip]).flatMap(itemsOf)).toHaveLength(3);
  });

  it("return to their place where undoing failed, under what was done since", () => {
    const since = one("2");
    expect(withStepAt([one("1"), since], many, 1)).toEqual([one("1"), many, since]);
    expect(withStepAt([], many, 3)).toEqual([many]);
  });
});
