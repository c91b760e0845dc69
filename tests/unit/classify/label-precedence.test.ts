import { describe, expect, it } from "vitest";
import { classifyItem } from "@/lib/classify/classify-item";
import { labelPrecedence } from "@/lib/classify/label-precedence";
import { kinds } from "@/lib/domain/kind";
import { classifiable } from "./classifiable";

function decide(labels: string[]) {
  return classifyItem(classifiable({ labels }), null);
}

describe("several labels match: the written precedence", () => {
  it("ranks every kind once", () => {
    expect([...labelPrecedence].sort()).toEqual([...kinds].sort());
  });

  it.each([
    [["duplicate", "bug"], "excluded", "duplicate"],
    [["duplicate", "enhancement", "tech debt"], "excluded", "duplicate"],
    [["bug", "wontfix"], "excluded", "wont_do"],
    [["invalid", "bug"], "excluded", "invalid"],
    [["tech debt", "bug"], "tech_debt", "debt"],
    [["tech debt", "refactoring"], "tech_debt", "debt"],
    [["cleanup", "enhancement"], "tech_debt", "cleanup"],
    [["refactoring", "enhancement"], "rewrite", "refactor"],
    [["refactoring", "bug"], "rewrite", "refactor"],
    [["bug", "enhancement"], "maintenance", "bug"],
    [["documentation", "enhancement"], "maintenance", "documentation"],
    [["performance", "enhancement"], "maintenance", "performance"],
    [["dependencies", "enhancement"], "maintenance", "dependency"],
    [["question", "bug"], "maintenance", "bug"],
    [["question", "feature"], "feature", "new_feature"],
    [["discussion", "enhancement"], "feature", "enhancement"],
    [["question", "support"], "excluded", "question"],
    [["security", "bug"], "maintenance", "bug"],
    [["security", "enhancement"], "feature", "enhancement"],
    [["migration", "bug"], "maintenance", "bug"],
    [["area: documentation", "kind/feature"], "feature", "new_feature"],
    [["area: documentation"], "maintenance", "documentation"],
    [["good first issue", "bug"], "maintenance", "bug"],
    [["needs docs", "enhancement"], "feature", "enhancement"],
    [["not a bug"], "excluded", "invalid"],
    [["not a bug", "bug"], "excluded", "invalid"],
    [["not a bug", "enhancement"], "feature", "enhancement"],
    [["feature not a bug", "bug", "documentation"], "maintenance", "documentation"],
  ])("%j is %s (%s), in any order", (labels, category, kind) => {
    expect(decide(labels)).toMatchObject({ category, kind });
    expect(decide([...labels].reverse())).toEqual(decide(labels));
  });
});
