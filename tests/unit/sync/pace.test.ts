import { expect, test } from "vitest";
import { secondsLeft } from "@/lib/sync/pace";

const now = new Date("2026-03-02T12:00:10Z");
const run = {
  state: "running" as const,
  claimedAt: new Date("2026-03-02T12:00:00Z"),
  fetched: 700,
  fetchedAtClaim: 500,
};
const walk = { total: 1700, fetched: 700, walkedAt: null };

test("what is left is told at the pace of this claim, not of what an earlier one read", () => {
  expect(secondsLeft(run, walk, now)).toBe(50);
});

test("nothing is told where the end, the pace or the worker is not known", () => {
  expect(secondsLeft(run, null, now)).toBeNull();
  expect(secondsLeft(run, { ...walk, total: null }, now)).toBeNull();
  expect(secondsLeft({ ...run, state: "queued" }, walk, now)).toBeNull();
  expect(secondsLeft({ ...run, fetched: 500 }, walk, now)).toBeNull();
  expect(secondsLeft({ ...run, claimedAt: now }, walk, now)).toBeNull();
});

test("an estimate that was too low never gives a negative time", () => {
  expect(secondsLeft(run, { ...walk, total: 600 }, now)).toBe(0);
});
