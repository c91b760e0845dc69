import { describe, expect, it } from "vitest";
import { readTitle } from "@/lib/classify/read-title";

const kindOf = (title: string) => readTitle(title)?.kind ?? null;

describe("a conventional prefix is read", () => {
  it.each([
    ["feat: add CSV export", "new_feature"],
    ["feat(export)!: drop the old format", "new_feature"],
    ["Fix: totals", "bug"],
    ["fix(scope)!: totals", "bug"],
    ["docs: explain tokens", "documentation"],
    ["chore: tidy", "chore"],
    ["chore(deps): bump vite", "dependency"],
    ["build(deps-dev): bump vite", "dependency"],
    ["fix(deps): update dependency zod to v4", "dependency"],
    ["chore(docs): spelling", "documentation"],
    ["refactor: split the mapper", "refactor"],
    ["perf: cache the lexicon", "performance"],
    ["test(e2e): cover login", "test"],
    ["ci: cache modules", "build"],
    ["[Bug] Totals are wrong", "bug"],
    ["[Bug]: Totals are wrong", "bug"],
    ["[UI][Feature Request] Dark mode", "new_feature"],
    ["【Bug】Totals are wrong", "bug"],
    ["(bug) Totals are wrong", "bug"],
    ["Bug: totals are wrong", "bug"],
    ["Bug report - totals are wrong", "bug"],
    ["Feature request: dark mode", "new_feature"],
    ["🚀 Feature request: dark mode", "new_feature"],
    ["Question: where is the log?", "question"],
    ["RFC: a new event pipeline", "discussion"],
    ["[RFC] A new event pipeline", "discussion"],
    ["Tech debt: remove the second cache", "debt"],
    ['Revert "feat: add CSV export"', "chore"],
    ["Bump vite from 7.0.1 to 7.0.2", "dependency"],
    ["Bump the npm_and_yarn group from 1 to 2", null],
    ["Update dependency zod to v4.6.7", "dependency"],
    ["Lock file maintenance", "dependency"],
    ["Bump version to 2.4.0", "chore"],
    ["Release 2.4.0", "chore"],
    ["✨ Add CSV export", "new_feature"],
    [":recycle: Split the mapper", "refactor"],
  ])("%s → %s", (title, kind) => {
    expect(kindOf(title)).toBe(kind);
  });
});

describe("an ordinary sentence is not", () => {
  it.each([
    ...["Error: Cannot read properties of undefined", "Build fails on Windows", "RFC 7540 support"],
    ...["Duplicate: key violates unique constraint", "Invalid: date is refused", "Search: no hits"],
    ...["Migration: fails on Postgres 15", "Port: 8080 is taken", "Feature flags are ignored"],
    ...[
      "Fix the totals",
      "Bump in the road",
      "Update the readme",
      "test",
      "feat",
      ":",
      "[]",
      "[ ] x",
    ],
    ...["Docs site is down", "Reverting a change fails", "http://example.org: not found", ""],
  ])("%s", (title) => {
    expect(kindOf(title)).toBeNull();
  });
});
