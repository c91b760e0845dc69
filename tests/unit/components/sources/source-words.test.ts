import { describe, expect, it } from "vitest";
import {
  emptyWords,
  freshnessWords,
  keptWords,
  progressPercent,
  progressWords,
  runWords,
  stateWords,
} from "@/components/sources/source-words";
import type { Source } from "@/lib/contracts/sources";

const now = Date.parse("2026-03-01T12:00:00Z");

const sourceOf = (change: Partial<Source> = {}): Source => ({
  id: "0190a0f0-0000-7000-8000-000000000002",
  productId: "0190a0f0-0000-7000-8000-000000000003",
  kind: "github",
  name: "octo/door",
  url: "https://github.com/octo/door",
  apiUrl: null,
  count: "issues",
  countSubtasks: false,
  hasToken: false,
  pointsField: null,
  state: "idle",
  progress: { fetched: 1200 },
  pausedUntil: null,
  lastRun: null,
  lastSuccessAt: "2026-03-01T11:56:00.000Z",
  reconciledAt: "2026-03-01T09:00:00.000Z",
  stale: null,
  refusedCount: 0,
  webhook: null,
  itemCount: 341,
  sprintBoards: [],
  createdAt: "2026-02-01T00:00:00.000Z",
  ...change,
});

describe("a source in words", () => {
  it("tells a first sync from a later one, and a failure from both", () => {
    expect(stateWords(sourceOf({ state: "syncing", lastSuccessAt: null }))).toBe(
      "First sync running",
    );
    expect(stateWords(sourceOf({ state: "syncing" }))).toBe("Syncing");
    expect(stateWords(sourceOf({ state: "failed" }))).toBe("Last sync failed");
    expect(stateWords(sourceOf())).toBe("Up to date");
  });

  it("says why nothing is stored: nothing is there, or it could not be read", () => {
    const other = sourceOf({ name: "octo/window" });
    expect(emptyWords([sourceOf()])).toBe("octo/door was read, and has no items.");
    expect(emptyWords([sourceOf(), other])).toBe("All sources were read, and have no items.");
    expect(emptyWords([sourceOf(), { ...other, state: "failed" }])).toBe(
      "The last sync failed: octo/window.",
    );
  });

  it("gives a percentage only where the end is known, and never more than 100", () => {
    expect(progressPercent(sourceOf())).toBeNull();
    expect(progressPercent(sourceOf({ progress: { fetched: 50, total: 200 } }))).toBe(25);
    expect(progressPercent(sourceOf({ progress: { fetched: 250, total: 200 } }))).toBe(100);
    expect(progressWords(sourceOf({ progress: { fetched: 50, total: 200 } }), "en-GB")).toBe(
      "50 of about 200 records read",
    );
  });

  it("tells how long a walk still takes, and that it is paused", () => {
    const words = (secondsLeft: number) =>
      progressWords(sourceOf({ progress: { fetched: 1, total: 2, secondsLeft } }), "en-GB");
    expect(words(20)).toContain(", less than a minute left");
    expect(words(130)).toContain(", about 2 minutes left");
    expect(words(7000)).toContain(", about 2 hours left");
    const paused = { state: "syncing" as const, pausedUntil: "2026-03-01T12:30:00.000Z" };
    expect(stateWords(sourceOf(paused))).toBe("Sync paused");
  });

  it("says what a failed run kept", () => {
    expect(keptWords(sourceOf({ itemCount: 0 }), "en-GB")).toBe("Nothing was stored yet.");
    expect(keptWords(sourceOf(), "en-GB")).toContain("341 items");
  });

  it("hides no record that could not be stored", () => {
    const run = {
      id: "0190a0f0-0000-7000-8000-000000000004",
      mode: "full" as const,
      state: "succeeded" as const,
      startedAt: "2026-03-01T11:55:00.000Z",
      finishedAt: "2026-03-01T11:56:00.000Z",
      fetched: 10,
      changed: 2,
      removed: 1,
      refused: 3,
      error: null,
    };
    expect(runWords(run, "en-GB")).toBe("10 read, 2 changed, 1 removed, 3 could not be stored");
  });
});

describe("the freshness of a product", () => {
  it("is that of its stalest source", () => {
    const older = sourceOf({ lastSuccessAt: "2026-03-01T10:00:00.000Z" });
    expect(freshnessWords([sourceOf(), older], now)).toBe("Synced 2 hours ago");
  });

  it("names the stale source and why it is stale, also while it is being read again", () => {
    const stale = { since: "2026-03-01T11:56:00.000Z", why: "The token has expired." };
    const words = "Stale, last synced 4 minutes ago: octo/door: The token has expired";
    expect(freshnessWords([sourceOf({ state: "failed", stale })], now)).toBe(words);
    expect(freshnessWords([sourceOf({ state: "syncing", stale })], now)).toBe(words);
    expect(freshnessWords([sourceOf({ state: "syncing" })], now)).toBe("Syncing now");
  });

  it("does not claim a sync that never succeeded", () => {
    const never = sourceOf({ lastSuccessAt: null });
    expect(freshnessWords([sourceOf(), never], now)).toBe("Not synced yet");
    expect(freshnessWords([], now)).toBe("No source connected");
  });
});
