import { expect, test } from "vitest";
import { kindLines, kindsSentence } from "@/components/kinds/kind-lines";

test("kinds stand by their size and with their names, work of no kind after them, nothing for nought", () => {
  expect(kindLines({ bug: 2, none: 9, security: 3, dependency: 0 })).toEqual([
    { kind: "security", name: "Security", amount: 3 },
    { kind: "bug", name: "Bug", amount: 2 },
    { kind: null, name: "No kind", amount: 9 },
  ]);
});

test("a sentence names the three largest kinds of all categories", () => {
  const told = [
    { category: "feature" as const, amount: 5, lines: kindLines({ enhancement: 4, none: 1 }) },
    { category: "maintenance" as const, amount: 6, lines: kindLines({ bug: 5, support: 1 }) },
    { category: "rewrite" as const, amount: 2, lines: kindLines({ refactor: 2 }) },
  ];
  expect(kindsSentence(told, "items", "en-GB")).toBe(
    "Most of the 13 classified items: Bug (5), Enhancement (4), and Refactoring (2).",
  );
  const one = [{ category: "rewrite" as const, amount: 1, lines: kindLines({ refactor: 1 }) }];
  expect(kindsSentence(one, "items", "en-GB")).toBe("Of 1 classified item: Refactoring (1).");
  const without = [{ category: "feature" as const, amount: 2, lines: kindLines({ none: 2 }) }];
  expect(kindsSentence(without, "points", "en-GB")).toBe(
    "None of the 2 classified points has a kind.",
  );
});
