import { expect, test } from "vitest";
import { UpstreamError } from "@/lib/errors";
import { nextRunAfterFailure } from "@/lib/sync/next-run";

const now = new Date("2026-03-02T12:00:00Z");
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const after = (error: unknown, failuresInARow = 0) =>
  nextRunAfterFailure({ error, failuresInARow, now, intervalMinutes: 15 });

test("a rate limit is waited out to its end", () => {
  const retryAt = inMinutes(42);
  expect(after(new UpstreamError("rate_limited", "wait", { retryAt }))).toEqual(retryAt);
});

test("what a person must mend is tried at the usual interval", () => {
  expect(after(new UpstreamError("unauthorized", "token"))).toEqual(inMinutes(15));
});

test("what may pass by itself is tried soon, then ever later, never rarer than usual", () => {
  const down = new UpstreamError("unreachable", "down");
  expect([0, 1, 2, 3, 9].map((failures) => after(down, failures))).toEqual(
    [1, 2, 4, 8, 15].map(inMinutes),
  );
});
