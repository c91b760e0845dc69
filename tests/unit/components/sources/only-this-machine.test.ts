import { expect, test } from "vitest";
import { isOnlyThisMachine } from "@/components/sources/only-this-machine";

test.each([
  ["127.0.0.1", true],
  ["127.8.0.1", true],
  ["localhost", true],
  ["[::1]", true],
  ["balance.example.com", false],
  ["10.0.0.4", false],
  ["localhost.example.com", false],
])("whether a tracker could reach %s at all", (hostname, isOnly) => {
  expect(isOnlyThisMachine(hostname)).toBe(isOnly);
});
