import { expect, test } from "vitest";
import { satisfiesRange } from "@/scripts/checks/engine-range.mjs";

test.each([
  [">=20.19", true],
  [">= 20.19.0", true],
  [">=20.19.1", false],
  [">20", false],
  [">20.18", true],
  ["^20.19.0 || ^22.13.0 || >=23.5.0", true],
  ["^20.12||^22||>=24", true],
  ["^18 || >=22", false],
  ["20 || >=22", true],
  ["20.x", true],
  [">= 10.x", true],
  ["~20.19", true],
  ["~20.18.0", false],
  [">=12 <20", false],
  [">=12.0.0 <=20", true],
  ["18 - 22", true],
  ["21.*", false],
  ["*", true],
  ["v20.19.0", true],
])("20.19.0 in %s: %s", (range, expected) => {
  expect(satisfiesRange("20.19.0", range)).toBe(expected);
});

test("a range it cannot read is an error, not a yes", () => {
  expect(() => satisfiesRange("20.19.0", "lts/iron")).toThrow("lts/iron");
});
