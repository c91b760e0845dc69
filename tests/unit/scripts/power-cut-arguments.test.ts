import { expect, test } from "vitest";
import { parsePowerCutArguments } from "@/scripts/testing/run-power-cuts.mjs";

test("fifty cuts are made from seed 1, where nothing else is said", () => {
  expect(parsePowerCutArguments([])).toEqual({ seed: 1, count: 50 });
  expect(parsePowerCutArguments(["--seed", "7", "--count", "3"])).toEqual({ seed: 7, count: 3 });
});

test.each([
  ["--count", "0"],
  ["--count", "many"],
  ["--seed", "-1"],
  ["--cuts", "3"],
])("what is asked wrongly is answered by how to ask: %s %s", (...args) => {
  expect(() => parsePowerCutArguments(args)).toThrow("Use:");
});
