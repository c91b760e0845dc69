import type { RuleSubject } from "@/lib/classify/rules/rule-values";

/** An item that says nothing, but for what is given. */
export function ruleSubject(change: Partial<RuleSubject> = {}): RuleSubject {
  return {
    key: "owner/repository#12",
    title: "",
    type: null,
    labels: [],
    components: [],
    milestone: null,
    sprint: null,
    priority: null,
    status: null,
    originalResolution: null,
    resolution: null,
    author: null,
    assignees: [],
    parentKey: null,
    custom: {},
    ancestors: [],
    ...change,
  };
}
