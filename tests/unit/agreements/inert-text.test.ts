import fc from "fast-check";
import { expect, test } from "vitest";
import { plainMarkdown } from "@/lib/agreements/inert-text";

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

test("it makes no link and no mention of a bare text, and turns no letters round", () => {
  const said = plainMarkdown("@team see https://evil.example, www.evil.example \u202etxt.exe");
  expect(said).toBe("@\u200bteam see https:/\u200b/evil.example, www\u200b.evil.example txt.exe");
});
