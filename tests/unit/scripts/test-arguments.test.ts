import { expect, test } from "vitest";
import { parseTestArguments } from "@/scripts/testing/test-arguments.mjs";

test("without arguments every part runs", () => {
  expect(parseTestArguments([])).toEqual({ parts: ["unit", "db", "e2e"], filters: [] });
});

test("a part runs alone, with what follows as its filter", () => {
  expect(parseTestArguments(["db", "sync"])).toEqual({ parts: ["db"], filters: ["sync"] });
});

test("an unknown part is refused rather than running nothing", () => {
  expect(() => parseTestArguments(["units"])).toThrow('no part "units"');
});
