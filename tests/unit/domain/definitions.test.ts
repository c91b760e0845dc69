import { describe, expect, it } from "vitest";
import { readLabel } from "@/lib/classify/read-label";
import { categories } from "@/lib/domain/category";
import { categoryDefinitions, kindDefinitions } from "@/lib/domain/definitions";
import { defaultCategoryOfKind, kinds } from "@/lib/domain/kind";

describe("the definitions", () => {
  it.each(categories)("%s has a test, examples and hard cases", (category) => {
    const { test, examples, hardCases } = categoryDefinitions[category];
    expect(test).toMatch(/\.$/);
    expect(examples.length).toBeGreaterThanOrEqual(3);
    expect(hardCases.length).toBeGreaterThanOrEqual(1);
  });

  it("hold every kind to a sentence and a name of its own", () => {
    const names = kinds.map((kind) => kindDefinitions[kind].name);
    expect(new Set(names).size).toBe(kinds.length);
    for (const kind of kinds) expect(kindDefinitions[kind].meaning).toMatch(/\.$/);
  });

  it("use names that the label lexicon reads as the same category", () => {
    const elsewhere = kinds.filter((kind) => {
      const reading = readLabel(kindDefinitions[kind].name);
      return reading && defaultCategoryOfKind[reading.kind] !== defaultCategoryOfKind[kind];
    });
    expect(elsewhere).toEqual([]);
  });
});
