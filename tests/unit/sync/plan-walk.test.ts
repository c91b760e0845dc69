import { expect, test } from "vitest";
import { planWalk, watermarkAfter } from "@/lib/sync/plan-walk";

const watermark = new Date("2026-03-02T12:00:00Z");

test("a first sync walks everything", () => {
  const plan = planWalk({ mode: "incremental", unfinished: null, watermark: null });
  expect(plan).toEqual({ action: "begin", since: null });
});

test("a later sync walks from the watermark, a full one everything", () => {
  expect(planWalk({ mode: "incremental", unfinished: null, watermark })).toEqual({
    action: "begin",
    since: watermark,
  });
  expect(planWalk({ mode: "full", unfinished: null, watermark })).toEqual({
    action: "begin",
    since: null,
  });
});

test("an unfinished walk goes on, but an incremental one does not stand in for a full one", () => {
  const resumed = { action: "resume" };
  expect(planWalk({ mode: "incremental", unfinished: { mode: "incremental" }, watermark })).toEqual(
    resumed,
  );
  expect(planWalk({ mode: "incremental", unfinished: { mode: "full" }, watermark })).toEqual(
    resumed,
  );
  expect(planWalk({ mode: "full", unfinished: { mode: "full" }, watermark })).toEqual(resumed);
  expect(planWalk({ mode: "full", unfinished: { mode: "incremental" }, watermark })).toEqual({
    action: "begin",
    since: null,
  });
});

test("the watermark lies before the walk's start, so that what changed meanwhile is read again", () => {
  expect(watermarkAfter(watermark) < watermark).toBe(true);
});
