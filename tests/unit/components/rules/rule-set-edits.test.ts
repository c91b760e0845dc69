import { describe, expect, it } from "vitest";
import { newRule, withoutRule, withRuleMoved } from "@/components/rules/rule-set-edits";
import { ruleSetSchema } from "@/lib/classify/rules/rule-set";
import { ruleSetOf } from "@/tests/setup/rule-sets";

const when = { field: "label" as const, is: ["bug"] };
const decide = { action: "classify" as const, category: "maintenance" as const };
const three = ruleSetOf([
  { when, decide },
  { when, decide },
  { when, decide },
]);
const order = (set: typeof three) => set.rules.map(({ id }) => id).join(" ");

describe("an edit of a set of rules", () => {
  it("moves a rule to its new place and leaves the given set as it is", () => {
    expect(order(withRuleMoved(three, "r0", 1))).toBe("r1 r0 r2");
    expect(order(withRuleMoved(three, "r2", 0))).toBe("r2 r0 r1");
    expect(order(withRuleMoved(three, "r0", 2))).toBe("r1 r2 r0");
    expect(order(withRuleMoved(three, "gone", 2))).toBe("r0 r1 r2");
    expect(order(three)).toBe("r0 r1 r2");
  });

  it("gives a new rule a name and an id that no other has, also after a removal", () => {
    let set = withoutRule(three, "r1");
    for (let added = 0; added < 5; added++) {
      set = { ...set, rules: [...set.rules, newRule(set, { when, decide })] };
    }
    expect(ruleSetSchema.safeParse(set).success).toBe(true);
  });
});
