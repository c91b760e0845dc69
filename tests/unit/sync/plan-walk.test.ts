import { expect, test } from "vitest";
import { canResume, escapes, sinceOf, watermarkAfter } from "@/lib/sync/plan-walk";

const watermark = new Date("2026-03-02T12:00:00Z");
const now = new Date("2026-03-02T12:30:00Z");
const earlier = new Date("2026-03-02T11:00:00Z");
const later = new Date("2026-03-02T13:00:00Z");
const source = {
  watermark,
  lastSuccessAt: watermark,
  reconciledAt: watermark,
  fingerprint: "labels 1",
};

test("a first sync reads everything, a later one from the watermark, a full one everything", () => {
  const asked = { source, fingerprint: "labels 1", now };
  const first = { ...source, watermark: null };
  expect(sinceOf({ ...asked, mode: "incremental", source: first })).toBeNull();
  expect(sinceOf({ ...asked, mode: "incremental" })).toEqual(watermark);
  expect(sinceOf({ ...asked, mode: "full" })).toBeNull();
});

test("a changed fingerprint makes everything be read; one that is not known changes nothing", () => {
  const since = (fingerprint: string | null, known: string | null = "labels 1") =>
    sinceOf({
      mode: "incremental",
      source: { ...source, fingerprint: known },
      fingerprint,
      now,
    });
  expect(since("labels 2")).toBeNull();
  expect(since(null)).toEqual(watermark);
  expect(since("labels 2", null)).toEqual(watermark);
});

test("after the clock was set back everything is read: the watermark may lie after missed edits", () => {
  const since = (change: Partial<typeof source>) =>
    sinceOf({ mode: "incremental", source: { ...source, ...change }, fingerprint: null, now });
  expect(since({ watermark: later })).toBeNull();
  expect(since({ lastSuccessAt: later })).toBeNull();
});

const asBefore = { rereadAfter: null, now };

test("where what is read was changed, everything is read until a whole walk has ended", () => {
  const changed = { ...source, reconciledAt: null };
  expect(sinceOf({ mode: "incremental", source: changed, fingerprint: null, now })).toBeNull();
  const walk = { since: null, startedAt: earlier, walkedAt: null };
  const run = { mode: "incremental" as const, startedAt: earlier };
  expect(canResume(run, walk, { rereadAfter: watermark, now })).toBe(false);
  expect(canResume(run, { ...walk, startedAt: now }, { rereadAfter: watermark, now })).toBe(true);
});

test("a change that was noted while the clock ran ahead makes nothing be read for ever", () => {
  expect(escapes(watermark, earlier, now)).toBe(true);
  expect(escapes(earlier, watermark, now)).toBe(false);
  expect(escapes(later, watermark, now)).toBe(false);
});

test("an unfinished walk goes on, but an incremental one does not stand in for a full one", () => {
  const incremental = { since: watermark, startedAt: earlier, walkedAt: null };
  const full = { since: null, startedAt: earlier, walkedAt: null };
  const run = { startedAt: now };
  expect(canResume({ ...run, mode: "incremental" }, incremental, asBefore)).toBe(true);
  expect(canResume({ ...run, mode: "incremental" }, full, asBefore)).toBe(true);
  expect(canResume({ ...run, mode: "full" }, full, asBefore)).toBe(true);
  expect(canResume({ ...run, mode: "full" }, incremental, asBefore)).toBe(false);
});

test("a full sync is not satisfied by a walk that had read its last page before it was asked for", () => {
  const walked = { since: null, startedAt: earlier, walkedAt: earlier };
  expect(canResume({ mode: "full", startedAt: now }, walked, asBefore)).toBe(false);
  expect(canResume({ mode: "full", startedAt: earlier }, walked, asBefore)).toBe(true);
  expect(canResume({ mode: "incremental", startedAt: now }, walked, asBefore)).toBe(true);
});

test("the watermark lies before the walk's start, so that what changed meanwhile is read again", () => {
  expect(watermarkAfter(watermark) < watermark).toBe(true);
});
