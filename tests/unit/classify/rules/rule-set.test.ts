import { describe, expect, it } from "vitest";
import { defaultRuleSet } from "@/lib/classify/rules/default-rules";
import { ruleSetSchema } from "@/lib/classify/rules/rule-set";
import { compilePattern } from "@/lib/classify/rules/safe-pattern";

const label = { field: "label", is: ["api"] };
const rule = (change: object = {}) => ({
  id: "one",
  name: "One",
  when: label,
  decide: { action: "classify", kind: "bug" },
  ...change,
});

function messagesOf(value: unknown): string {
  const parsed = ruleSetSchema.safeParse(value);
  return parsed.success ? "" : parsed.error.issues.map(({ message }) => message).join(" ");
}

function nested(depth: number): object {
  return depth === 0 ? label : { not: nested(depth - 1) };
}

describe("what a set of rules is refused for, in words", () => {
  it.each<[string, unknown, RegExp]>([
    ["an invalid expression", rule({ when: { field: "title", matches: "(a" } }), /missing closing/],
    ["look-behind", rule({ when: { field: "title", matches: "(?<=a)b" } }), /look-around/],
    ["a backreference", rule({ when: { field: "title", matches: "(a)\\1" } }), /backreferences/],
    [
      "a repetition of repetitions",
      rule({ when: { field: "title", matches: "((a{100}){100}){100}" } }),
      /repeat count/,
    ],
    [
      "an expression too large",
      rule({ when: { field: "title", matches: "(?:(?:a{30}){30})b" } }),
      /too long to match/,
    ],
    ["no comparison", rule({ when: { field: "label" } }), /exactly one of is, like/],
    ["two", rule({ when: { field: "label", is: ["a"], like: ["b"] } }), /exactly one of is, like/],
    ["two shapes", rule({ when: { ...label, all: [label] } }), /exactly one of all, any, not/],
    ["a nameless custom field", rule({ when: { field: "custom", is: ["a"] } }), /Name the custom/],
    ["an unknown field", rule({ when: { field: "colour", is: ["a"] } }), /Name one of type/],
    ["nothing to do", rule({ decide: { action: "classify" } }), /category or a kind/],
    [
      "a kind of another category",
      rule({ decide: { action: "classify", kind: "bug", category: "feature" } }),
      /belongs to maintenance/,
    ],
    ["an unknown action", rule({ decide: { action: "explode" } }), /Say what to do/],
    ["depth", rule({ when: nested(30) }), /nested too deeply/],
    ["a text with NUL", rule({ when: { field: "label", is: ["a\0"] } }), /cannot be stored/],
  ])("%s", (_name, one, message) => {
    expect(messagesOf({ rules: [one] })).toMatch(message);
  });

  it("a file of another version, or of something else", () => {
    expect(messagesOf({ formatVersion: 2, rules: [] })).toMatch(/another version/);
    expect(messagesOf({ format: "eslint", rules: [] })).toMatch(/not a set of rules/);
  });

  it("rules that cannot be told apart", () => {
    expect(messagesOf({ rules: [rule(), rule({ name: "Two" })] })).toMatch(/this id/);
    expect(messagesOf({ rules: [rule(), rule({ id: "two" })] })).toMatch(/this name/);
  });

  it("more comparisons than a million items can afford", () => {
    const texts = Array.from({ length: 50 }, (_, index) => `label ${index}`);
    const any = Array.from({ length: 50 }, () => ({ field: "label", is: texts }));
    expect(messagesOf({ rules: [rule({ when: { any } })] })).toMatch(/2000 are allowed/);
  });

  it("nesting that would exhaust the stack, without an exception", () => {
    let deep: object = label;
    for (let level = 0; level < 50_000; level++) deep = { not: deep };
    expect(messagesOf({ rules: [rule({ when: deep })] })).toMatch(/nested too deeply/);
  });
});

describe("what it takes", () => {
  it("conditions nested eight deep", () => {
    expect(messagesOf({ rules: [rule({ when: nested(8) })] })).toBe("");
  });

  it("the set that products begin with, which comes back as it went through a file", () => {
    expect(ruleSetSchema.parse(JSON.parse(JSON.stringify(defaultRuleSet)))).toEqual(defaultRuleSet);
  });

  it("a kind that the same set maps to that category", () => {
    const decide = { action: "classify", kind: "performance", category: "feature" };
    expect(messagesOf({ rules: [rule({ decide })], kinds: { performance: "feature" } })).toBe("");
  });
});

it("an expression that runs away elsewhere reads a long text in its stride", () => {
  const pattern = compilePattern("^(a+)+$", { caseSensitive: false });
  expect(pattern.ok && pattern.test(`${"a".repeat(50_000)}`)).toBe(true);
  expect(pattern.ok && pattern.test(`${"a".repeat(1_000)}!`)).toBe(false);
});
