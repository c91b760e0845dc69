import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCondition } from "@/lib/classify/rules/compile-condition";
import type { Condition } from "@/lib/classify/rules/condition";
import { isLike } from "@/lib/classify/rules/glob";
import type { RuleSubject } from "@/lib/classify/rules/rule-values";
import { anyCondition } from "@/tests/setup/rule-sets";
import { ruleSubject } from "./rule-subject";

const meets = (condition: Condition, change: Partial<RuleSubject>) =>
  compileCondition(condition).test(ruleSubject(change));

describe("a comparison", () => {
  it.each<[Condition, Partial<RuleSubject>]>([
    [{ field: "type", is: ["bug"] }, { type: "Bug" }],
    [{ field: "label", is: ["x", "area/db"] }, { labels: ["one", "Area/DB"] }],
    [{ field: "label", like: ["area/*"] }, { labels: ["area/storage"] }],
    [{ field: "label", matches: "^area/(db|api)$" }, { labels: ["Area/API"] }],
    [{ field: "project", is: ["owner/repository"] }, {}],
    [{ field: "project", is: ["PAY"] }, { key: "PAY-12" }],
    [{ field: "component", is: ["Core"] }, { components: ["Core"] }],
    [{ field: "milestone", like: ["v2*"] }, { milestone: "v2.1" }],
    [{ field: "sprint", is: ["Sprint 1"] }, { sprint: "Sprint 1" }],
    [{ field: "parent", is: ["PAY-1"] }, { parentKey: "PAY-1" }],
    [
      { field: "parent", like: ["*debt*"] },
      { parentKey: "P-1", ancestors: [{ key: "P-1", title: "Tech debt" }] },
    ],
    [{ field: "ancestor", is: ["P-0"] }, { ancestors: [parent("P-1"), parent("P-0")] }],
    [{ field: "priority", is: ["High"] }, { priority: "high" }],
    [{ field: "status", is: ["In Review"] }, { status: "In Review" }],
    [{ field: "resolution", is: ["Won't Fix"] }, { originalResolution: "Won't Fix" }],
    [{ field: "title", matches: "^release \\d" }, { title: "Release 2.0" }],
    [{ field: "author", is: ["renovate[bot]"] }, { author: "renovate[bot]" }],
    [{ field: "assignee", is: ["grace"] }, { assignees: ["ada", "grace"] }],
    [{ field: "custom", name: "Team", is: ["Core"] }, { custom: { Team: ["Core"] } }],
    [{ field: "milestone", empty: true }, {}],
    [{ field: "milestone", empty: false }, { milestone: "v1" }],
    [{ not: { field: "label", is: ["bug"] } }, { labels: ["feature"] }],
    [
      {
        all: [
          { field: "type", is: ["Task"] },
          { field: "label", is: ["api"] },
        ],
      },
      { type: "Task", labels: ["api"] },
    ],
    [
      {
        any: [
          { field: "type", is: ["Task"] },
          { field: "label", is: ["api"] },
        ],
      },
      { type: "Task" },
    ],
  ])("%j is met by %j, and not by an item that says nothing of it", (condition, change) => {
    expect(meets(condition, change)).toBe(true);
    const other = ruleSubject({ key: "other/place#1", labels: ["bug"], milestone: null });
    const bare = condition.empty === true ? { ...other, milestone: "v9" } : other;
    expect(compileCondition(condition).test(bare)).toBe(false);
  });

  it("heeds upper and lower case only where it is told to", () => {
    const exact: Condition = { field: "label", is: ["DB"], caseSensitive: true };
    expect(meets(exact, { labels: ["db"] })).toBe(false);
    expect(meets(exact, { labels: ["DB"] })).toBe(true);
    const pattern: Condition = { field: "label", matches: "^DB$", caseSensitive: true };
    expect(meets(pattern, { labels: ["db"] })).toBe(false);
  });

  it("takes a glob's other letters as they are", () => {
    expect(meets({ field: "title", like: ["a.c"] }, { title: "abc" })).toBe(false);
    expect(meets({ field: "title", like: ["(a+b)?"] }, { title: "(a+b)!" })).toBe(true);
  });
});

function parent(key: string) {
  return { key, title: `Title of ${key}` };
}

describe("laws", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 8 });

  it("a glob means what the same pattern means as a regular expression", () => {
    fc.assert(
      fc.property(letters, letters, (text, pattern) => {
        const source = pattern.replaceAll("*", "[^]*").replaceAll("?", "[^]");
        expect(isLike(text, pattern)).toBe(new RegExp(`^${source}$`).test(text));
      }),
      { numRuns: 2000 },
    );
  });

  it("a hostile glob over a long title ends", () => {
    expect(isLike("a".repeat(60_000), `${"*a".repeat(100)}b`)).toBe(false);
  });

  it("NOT turns any condition round, ALL and ANY of one are that one", () => {
    const subject = ruleSubject({ labels: ["bug", "Area/DB"], title: "api", author: "ada" });
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const plain = compileCondition(condition).test(subject);
        expect(compileCondition({ not: condition }).test(subject)).toBe(!plain);
        expect(compileCondition({ all: [condition] }).test(subject)).toBe(plain);
        expect(compileCondition({ any: [condition] }).test(subject)).toBe(plain);
      }),
    );
  });
});
