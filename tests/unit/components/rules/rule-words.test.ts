import { describe, expect, it } from "vitest";
import { conditionWords, decisionWords, plain } from "@/components/rules/rule-words";
import type { Condition } from "@/lib/classify/rules/condition";

const words = (condition: Condition) => plain(conditionWords(condition));

describe("a rule in words", () => {
  it("names the field, the comparison and the values", () => {
    expect(words({ field: "label", is: ["kind/bug"] })).toBe("label is kind/bug");
    expect(words({ field: "label", like: ["a*", "b?"] })).toBe("label is like a* or b?");
    expect(words({ field: "title", matches: "^fix" })).toBe("title matches ^fix");
    expect(words({ field: "custom", name: "Team", is: ["Core"] })).toBe("field Team is Core");
    expect(words({ field: "milestone", empty: true })).toBe("there is no milestone");
    expect(words({ field: "milestone", empty: false })).toBe("there is a milestone");
    expect(words({ field: "type", is: ["Bug"], caseSensitive: true })).toBe(
      "type is Bug (in this spelling)",
    );
  });

  it("says which conditions belong together", () => {
    const bug: Condition = { field: "label", is: ["bug"] };
    const type: Condition = { field: "type", is: ["Bug"] };
    expect(words({ any: [bug, type] })).toBe("label is bug or type is Bug");
    expect(words({ all: [{ any: [bug, type] }, { not: bug }] })).toBe(
      "(label is bug or type is Bug) and not (label is bug)",
    );
  });

  it("sets the tracker's own words apart from ours", () => {
    expect(conditionWords({ field: "label", is: ["is"] })).toEqual(["label is ", { value: "is" }]);
  });

  it("says what a decision comes to where a product counts a kind elsewhere", () => {
    const decide = { action: "classify", kind: "performance" } as const;
    expect(decisionWords(decide, {})).toBe("Maintenance · Performance");
    expect(decisionWords(decide, { performance: "feature" })).toBe("Feature · Performance");
    expect(decisionWords({ action: "leave_unclassified" }, {})).toBe("Left unclassified");
  });
});
