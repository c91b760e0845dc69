import { expect, test } from "vitest";
import { bulletList, markdownTable } from "@/lib/meetings/markdown";

test("lists and tables", () => {
  expect(bulletList([])).toBe("None.");
  expect(bulletList(["a", "b"])).toBe("- a\n- b");
  expect(markdownTable(["A", "B"], [["1", "2"]])).toBe("| A | B |\n| --- | --- |\n| 1 | 2 |");
});
