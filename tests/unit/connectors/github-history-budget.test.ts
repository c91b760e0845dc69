import { expect, it } from "vitest";
import { mayReadSingly } from "@/lib/connectors/github/history-budget";

it.each([
  ["github.com's limit with a token", 5000, 1000, true],
  ["one record more", 5000, 1001, false],
  ["a repository of ten thousand", 5000, 10_000, false],
  ["an Enterprise organisation's higher limit", 15_000, 3000, true],
  ["github.com's limit without a token", 60, 1, false],
  ["no limit told", null, 5000, true],
  ["no limit told, and more than some minutes' worth", null, 5001, false],
  ["a number of records that is not known", 5000, null, false],
])("whether histories are read one by one: %s", (_what, requestsPerHour, total, may) => {
  expect(mayReadSingly({ requestsPerHour, total })).toBe(may);
});
