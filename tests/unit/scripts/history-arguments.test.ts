import { expect, test } from "vitest";
import { parseHistoryArguments } from "@/scripts/testing/run-histories.mjs";

test("without arguments five thousand histories of each tracker are played", () => {
  const all = { seed: 1, count: 5000, trackers: ["github", "jira"] };
  expect(parseHistoryArguments([])).toEqual(all);
});

test("one history of one tracker is asked for by its seed", () => {
  const args = ["--seed", "17", "--count", "1", "--tracker", "jira"];
  expect(parseHistoryArguments(args)).toEqual({ seed: 17, count: 1, trackers: ["jira"] });
});

test.each([["--count", "many"], ["--count", "0"], ["--tracker", "svn"], ["--sed", "1"], ["17"]])(
  "%s %s is refused rather than playing something else",
  (...args) => {
    expect(() => parseHistoryArguments(args.filter((arg) => arg !== undefined))).toThrow("Use:");
  },
);
