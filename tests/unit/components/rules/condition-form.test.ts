import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { testOf, textsOf, withChange } from "@/components/rules/comparison-test";
import { conditionOf, groupOf, isComplete } from "@/components/rules/condition-group";
import { isExact, withSpelling } from "@/components/rules/spelling";
import { compileCondition } from "@/lib/classify/rules/compile-condition";
import { type Condition, conditionSchema } from "@/lib/classify/rules/condition";
import { anyCondition } from "@/tests/setup/rule-sets";
import { ruleSubject } from "@/tests/unit/classify/rules/rule-subject";

describe("the form of a condition", () => {
  it("reads any condition as a group and writes one that means the same", () => {
    const subjects = ["bug", "api", "Area/DB"].map((label) => ruleSubject({ labels: [label] }));
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const written = conditionOf(groupOf(condition));
        expect(conditionSchema.safeParse(written).success).toBe(true);
        for (const subject of subjects) {
          expect(compileCondition(written).test(subject)).toBe(
            compileCondition(condition).test(subject),
          );
        }
      }),
    );
  });

  it("knows where each part stands, as faults name it", () => {
    const part: Condition = { field: "label", is: ["bug"] };
    expect(groupOf({ any: [part, part] }).pathOf(1)).toBe(".any.1");
    expect(groupOf({ not: { any: [part] } }).pathOf(0)).toBe(".not.any.0");
    expect(groupOf({ not: part }).pathOf(0)).toBe(".not");
    expect(groupOf(part).pathOf(0)).toBe("");
  });

  it("keeps the texts when another comparison is chosen", () => {
    const label: Condition = { field: "label", is: ["bug", "crash"] };
    expect(withChange(label, { test: "like" })).toEqual({ field: "label", like: ["bug", "crash"] });
    const filled = withChange(label, { test: "filled" });
    expect(filled).toEqual({ field: "label", empty: false });
    expect(testOf(filled)).toBe("filled");
    expect(textsOf(withChange(label, { field: "custom" }))).toEqual(["bug", "crash"]);
  });

  it("sets one spelling for all comparisons, and takes it away again", () => {
    const any: Condition = {
      any: [
        { field: "type", is: ["Bug"] },
        { field: "label", empty: true },
      ],
    };
    const exact = withSpelling(any, true);
    expect(isExact(exact)).toBe(true);
    expect(withSpelling(exact, false)).toEqual(any);
  });

  it("is previewed only once everything has something to compare with", () => {
    expect(isComplete({ any: [{ field: "label", is: [] }] })).toBe(false);
    expect(isComplete({ field: "title", matches: "" })).toBe(false);
    expect(isComplete({ field: "custom", name: "", is: ["a"] })).toBe(false);
    expect(isComplete({ not: { any: [{ field: "label", empty: true }] } })).toBe(true);
  });
});
