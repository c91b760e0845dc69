import { describe, expect, it } from "vitest";
import { alikeCommandOf, batchOf, filtersOf, itemsToDecide } from "@/components/triage/alike-step";
import { categoryKeys } from "@/components/triage/triage-step";
import { batchWords, selectionWords } from "@/components/triage/triage-words";
import { categories } from "@/lib/domain/category";
import { mostTraits, traitsOf } from "@/lib/domain/triage-trait";
import { triageItem } from "./triage-items";

const suggesting = (id: string, kind: "cleanup" | "test" | null) =>
  triageItem({ id, suggestion: { category: "tech_debt", kind, confidence: 0.6, evidence: [] } });
const doubtful = triageItem({ id: "9", category: "rewrite", because: "model", confidence: 0.85 });

describe("what an item offers others to share", () => {
  it("is its suggestion, each label once, type, parent and author, and nothing that it lacks", () => {
    const item = {
      ...suggesting("1", null),
      ...{ labels: ["bug", "a,b", "bug", ""], type: "Task", parentKey: "PAY-1", author: "ada" },
    };
    expect(traitsOf(item)).toEqual([
      { field: "suggested", value: "tech_debt" },
      { field: "label", value: "bug" },
      { field: "label", value: "a,b" },
      { field: "type", value: "Task" },
      { field: "parent", value: "PAY-1" },
      { field: "author", value: "ada" },
    ]);
    expect(traitsOf(doubtful)).toEqual([{ field: "suggested", value: "rewrite" }]);
    expect(traitsOf(triageItem({ id: "2" }))).toEqual([]);
  });

  it("is no more than can be asked for", () => {
    const labels = ["x".repeat(501), ...Array.from({ length: 80 }, (_, at) => `label ${at}`)];
    const traits = traitsOf(triageItem({ id: "3", labels }));
    expect(traits).toHaveLength(mostTraits);
    expect(traits[0]?.value).toBe("label 0");
  });

  it("becomes the filters of the queue, labels together", () => {
    const item = { ...suggesting("1", null), labels: ["a", "b"], author: "ada" };
    expect(filtersOf(traitsOf(item))).toEqual({
      ...{ suggested: "tech_debt", label: ["a", "b"], author: "ada" },
      ...{ type: undefined, parent: undefined },
    });
  });
});

describe("a decision about many", () => {
  it("is asked for by the keys of one, accepting included; skip, undo and alike mean nothing", () => {
    for (const category of categories) {
      for (const key of categoryKeys[category].keys) {
        expect(alikeCommandOf(key)).toEqual({ do: "decide", category });
      }
    }
    expect(alikeCommandOf("A")).toEqual({ do: "decide", category: null });
    expect(alikeCommandOf("N")).toEqual({ do: "toggleAll" });
    expect(["s", "u", "g", "5", " "].map(alikeCommandOf)).toEqual([null, null, null, null, null]);
  });

  it("accepts only where there is something to accept", () => {
    const silent = triageItem({ id: "5" });
    expect(itemsToDecide([silent, doubtful], null)).toEqual([doubtful]);
    expect(itemsToDecide([silent, doubtful], "feature")).toEqual([silent, doubtful]);
    expect(batchOf([doubtful], null)).toEqual({ items: ["9"], confirm: true });
  });

  it("brings a kind only where every suggestion has it", () => {
    const [first, same] = [suggesting("1", "cleanup"), suggesting("2", "cleanup")] as const;
    const other = suggesting("3", "test");
    expect(batchOf([first, same], "tech_debt")).toMatchObject({ kind: "cleanup" });
    expect(batchOf([first, other], "tech_debt")).not.toHaveProperty("kind");
    expect(batchOf([first, doubtful], "tech_debt")).not.toHaveProperty("kind");
    expect(batchOf([first, same], "feature")).not.toHaveProperty("kind");
  });

  it("says what became of all of it", () => {
    const batch = { did: "decideMany" as const, batchId: "b", category: "tech_debt" as const };
    const items = [suggesting("1", null), doubtful];
    expect(batchWords({ ...batch, items }, 0, "en")).toBe("2 items are Tech debt. Undo: U.");
    expect(batchWords({ ...batch, items: [doubtful], category: null }, 1, "en")).toBe(
      "1 item accepted as suggested. Undo: U. 1 item could not be changed.",
    );
    expect(batchWords({ ...batch, items: [] }, 2, "en")).toMatch(/^Nothing was changed/);
    expect(selectionWords({ total: 12, listed: 12, selected: 10 }, "en")).toBe(
      "12 items, 10 selected.",
    );
    expect(selectionWords({ total: 3412, listed: 1000, selected: 1000 }, "en")).toMatch(
      /^The first 1,000 of 3,412 items/,
    );
  });
});
