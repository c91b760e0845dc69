import { describe, expect, it } from "vitest";
import { readLabel } from "@/lib/classify/read-label";

const kindOf = (label: string) => readLabel(label)?.kind ?? null;

describe("a label is read however it is written", () => {
  it.each([
    ["bug", "bug"],
    ["BUG", "bug"],
    ["Bugs", "bug"],
    ["Bug Report", "bug"],
    ["kind/bug", "bug"],
    ["type: bug", "bug"],
    ["type=bug", "bug"],
    ["type » bug", "bug"],
    ["type::bug", "bug"],
    ["Type: Bug 🐛", "bug"],
    ["🐛 bug", "bug"],
    [":bug: bug", "bug"],
    [":bug:", "bug"],
    ["t/bug :bug:", "bug"],
    ["T-bug", "bug"],
    ["a:bug", "bug"],
    ["is:question", "question"],
    ["1-bug", "bug"],
    ["06 - regression", "bug"],
    ["[t] refactoring", "refactor"],
    ["C-cleanup", "cleanup"],
    ["kind/clean_up", "cleanup"],
    ["type: feature request", "new_feature"],
    ["featureRequest", "new_feature"],
    ["FEATURE_REQUEST", "new_feature"],
    ["issue type: enhancement", "enhancement"],
    ["p2 / feature request", "new_feature"],
    ["technical debt", "debt"],
    ["TechDebt", "debt"],
    ["tech-debt", "debt"],
    ["Q&A", "question"],
    ["Questions and Help", "question"],
    ["kind/flake", "flaky_test"],
    ["dependencies", "dependency"],
    ["ｂｕｇ", "bug"],
    ["won’t fix", "wont_do"],
    ["status: duplicate", "duplicate"],
    ["resolution/won't fix", "wont_do"],
  ])("%s is %s", (label, kind) => {
    expect(kindOf(label)).toBe(kind);
  });

  it.each([
    ["Fehler", "bug"],
    ["Rückfrage", "question"],
    ["amélioration", "enhancement"],
    ["s-régression", "bug"],
    ["Dúvida", "question"],
    ["duvidas", "question"],
    ["documentação", "documentation"],
    ["分类:bug", "bug"],
    ["文档", "documentation"],
    ["バグ", "bug"],
    ["개선", "enhancement"],
    ["ошибка", "bug"],
    ["enhancement 功能加強", "enhancement"],
    ["duplicate-重复的问题", "duplicate"],
  ])("%s is %s", (label, kind) => {
    expect(kindOf(label)).toBe(kind);
  });
});

describe("words around a phrase", () => {
  it.each([
    ["critical bug", "bug"],
    ["bug (confirmed)", "bug"],
    ["firefox bug", "bug"],
    ["bug: audio", "bug"],
    ["bug in dependency", "bug"],
    ["good first bug", "bug"],
    ["core feature request", "new_feature"],
    ["ui / enhancement", "enhancement"],
    ["css cleanup", "cleanup"],
    ["cleanup / refactoring", "refactor"],
    ["improvements: docs", "documentation"],
    ["question / support", "question"],
    ["wontfix / feature", "wont_do"],
    ["bug/status/duplicate", "duplicate"],
  ])("%s is %s", (label, kind) => {
    const reading = readLabel(label);
    expect(reading?.kind).toBe(kind);
    expect(reading?.confidence).toBeGreaterThanOrEqual(0.8);
  });

  it("is surer of a label that is nothing but the phrase", () => {
    expect(readLabel("kind/bug")?.confidence).toBe(1);
    expect(readLabel("firefox bug")?.confidence).toBeLessThan(1);
  });
});

describe("a label that only holds a word of the lexicon says nothing", () => {
  it.each([
    ...["debug", "debugging", "ladybug", "xdebug", "bugfix-release", "bug-bash", "bug bounty"],
    ...["testing-library", "test environment", "feature-flags", "feature-flag", "feature freeze"],
    ...["documentation-site", "documentum", "docstore", "prefix", "suffix", "questionable"],
    ...["feature: checkout", "feature/search", "feature: api", "[feature] login", "feature cli"],
    ...["security-token", "build agent", "perfect", "flake8", "migrated to jira", "sci-fi"],
  ])("%s", (label) => {
    expect(kindOf(label)).toBeNull();
  });
});

describe("what an item waits for is not what it is", () => {
  it.each([
    ...["needs docs", "needs tests", "needs: documentation", "status: needs bug report"],
    ...["waiting for feature", "blocked-on-dependency", "documentation needed", "has tests"],
    ...[
      "needs refactoring",
      "waiting for bug report",
      "depends on bug",
      "status: question",
      "status: feature request",
      "question answered",
    ],
  ])("%s says nothing", (label) => {
    expect(kindOf(label)).toBeNull();
  });
});

describe("process, place and audience say nothing", () => {
  it.each([
    ...["good first issue", "help wanted", "Up for grabs", "hacktoberfest", "stale", "triage"],
    ...["UX", "UI", "Design", "Accessibility", "Translations", "Linux", "macOS", "Android", "Qt 6"],
    ...["Wallet", "Needs rebase", "CI failed", "Waiting for author", "Needs backport (30.x)"],
    ...[
      "task",
      "type: task",
      "type: help wanted",
      "priority: high",
      "priority/bug",
      "v2.1",
      "epic",
    ],
    ...["breaking change", "possible duplicate", "area: search", "area/security", "QA", "", "🚀"],
  ])("%s", (label) => {
    expect(kindOf(label)).toBeNull();
  });

  it.each(["area: documentation", "area/docs", "component: tests", "A-security", "testing"])(
    "%s is weak evidence: it may name a part of the product",
    (label) => {
      const reading = readLabel(label);
      expect(reading?.weak).toBe(true);
    },
  );

  it("takes a declared type for strong evidence all the same", () => {
    expect(readLabel("type: security")?.weak).toBe(false);
    expect(readLabel("security")?.weak).toBe(true);
  });
});

describe("denials", () => {
  it.each(["not a bug", "notabug", "resolution: not a bug", "feature, not a bug", "not our bug"])(
    "%s denies a bug and affirms nothing",
    (label) => {
      expect(readLabel(label)).toMatchObject({ kind: "invalid", denial: true });
    },
  );

  it.each(["not an enhancement", "not sure if bug", "non-critical bug", "not a quick fix"])(
    "%s says nothing",
    (label) => {
      expect(readLabel(label)).toBeNull();
    },
  );

  it.each(["feature / bug", "bug/enhancement", "idea/discussion", "question/feature"])(
    "%s leaves it open, so it says nothing",
    (label) => {
      expect(readLabel(label)).toBeNull();
    },
  );
});
