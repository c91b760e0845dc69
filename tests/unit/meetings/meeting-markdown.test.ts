import fc from "fast-check";
import { expect, test } from "vitest";
import { bulletList, markdownTable, plainMarkdown } from "@/lib/meetings/markdown";

test("what people wrote stays one line and makes no markup", () => {
  expect(plainMarkdown("# Title\n\n- [x](javascript:alert(1)) <b>*bold*</b> | `code`")).toBe(
    "\\# Title - \\[x\\](javascript:alert(1)) \\<b\\>\\*bold\\*\\</b\\> \\| \\`code\\`",
  );
  expect(plainMarkdown("1. first")).toBe("1\\. first");
  expect(plainMarkdown("- item")).toBe("\\- item");
  fc.assert(
    fc.property(fc.string(), (text) => {
      const plain = plainMarkdown(text);
      expect(plain).not.toMatch(/[\r\n]/);
      expect(plain).not.toMatch(/(^|[^\\])(\\\\)*[`*_{}[\]<>#|]/);
    }),
  );
});

test("lists and tables", () => {
  expect(bulletList([])).toBe("None.");
  expect(bulletList(["a", "b"])).toBe("- a\n- b");
  expect(markdownTable(["A", "B"], [["1", "2"]])).toBe("| A | B |\n| --- | --- |\n| 1 | 2 |");
});
