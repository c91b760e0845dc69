import { expect, test } from "vitest";
import { isStorableId, tellable, unstorable } from "@/lib/sync/unstorable";
import { workItem } from "@/tests/factories";

test("an ordinary item can be stored, also with a 64 KB body and characters of every plane", () => {
  const item = workItem({ number: 1, title: "😀 ünï ‮txt", body: "x".repeat(65_536) });
  expect(unstorable(item)).toBeNull();
});

test.each([
  ["title", { title: "a\u0000b" }],
  ["body", { body: "half a pair \ud83d" }],
  ["labels", { labels: ["fine", "\udc00"] }],
  ["createdAt", { createdAt: new Date(Number.NaN) }],
  ["updatedAt", { updatedAt: new Date("+012026-01-01T00:00:00Z") }],
  ["closedAt", { closedAt: new Date("-000044-03-15T00:00:00Z") }],
  ["points", { points: Number.POSITIVE_INFINITY }],
  ["at", { events: [{ type: "opened" as const, at: new Date(Number.NaN), detail: null }] }],
])("what Postgres would refuse in %s is named", (field, change) => {
  const why = unstorable(workItem({ number: 1, ...change }));
  expect(why).toMatch(field === "labels" ? /^1: / : new RegExp(`^${field}: `));
});

test("an id that cannot be a key is told apart, and can be told about", () => {
  expect(isStorableId("10042")).toBe(true);
  expect(["", "a\u0000", "\ud83d", "é".repeat(600)].map(isStorableId)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(tellable("a\u0000\ud83d")).toBe("a\uFFFD\uFFFD");
});
