import { expect, test } from "vitest";
import { staleOf, staleOfProduct } from "@/lib/services/stale-source";

const now = new Date("2026-03-02T12:00:00Z");
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const source = (minutes: number | null, kind: "github" | "sample" = "github") => ({
  kind,
  name: "octo/door",
  lastSuccessAt: minutes === null ? null : minutesAgo(minutes),
});
const run = (
  state: "queued" | "running" | "succeeded" | "failed",
  pausedUntil: Date | null = null,
) => ({
  state,
  pausedUntil,
  error: state === "succeeded" || state === "running" ? null : "Told why.",
});
const judge = (of: ReturnType<typeof source>, last: ReturnType<typeof run> | null) =>
  staleOf(of, last, { now, intervalMinutes: 15 });

test("a copy is fresh for two intervals, and stale once none succeeded for longer", () => {
  expect(judge(source(30), run("succeeded"))).toBeNull();
  expect(judge(source(36), run("succeeded"))).toMatchObject({
    since: minutesAgo(36).toISOString(),
    why: expect.stringMatching(/No sync has begun/),
  });
  expect(judge(source(36), run("running"))?.why).toMatch(/takes longer/);
});

test("a failed run makes it stale at once, with its reason", () => {
  expect(judge(source(1), run("failed"))?.why).toBe("Told why.");
  expect(judge(source(null), run("failed"))).toEqual({ since: null, why: "Told why." });
});

test("a pause makes it stale once it is overdue, a first sync under way does not", () => {
  expect(judge(source(1), run("queued", now))).toBeNull();
  expect(judge(source(16), run("queued", now))?.why).toBe("Told why.");
  expect(judge(source(null), run("queued", now))?.why).toBe("Told why.");
  expect(judge(source(null), run("running"))).toBeNull();
});

test("the sample, which never changes, is never stale", () => {
  expect(judge(source(100_000, "sample"), run("succeeded"))).toBeNull();
});

test("a product is as stale as its stalest source, which is named", () => {
  const fresh = { name: "a/fresh", stale: null };
  const old = { name: "a/old", stale: { since: "2026-01-01T00:00:00.000Z", why: "Old." } };
  const never = { name: "a/never", stale: { since: null, why: "Never." } };
  expect(staleOfProduct([fresh, old])).toEqual({ ...old.stale, why: "a/old: Old." });
  expect(staleOfProduct([fresh, old, never])?.why).toBe("a/never: Never.");
  expect(staleOfProduct([fresh])).toBeNull();
});
